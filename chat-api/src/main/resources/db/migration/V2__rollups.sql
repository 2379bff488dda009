-- Counts by theme, hashtag and time, so that a question about any stretch of the chat is answered from few rows.
-- Writers wait until the counts stand on what is stored; a replica of the version before finds its tables gone and answers 503,
-- it cannot count past these.
lock table tweet, tweet_hashtag, tagging, tag in share row exclusive mode;

drop table tweet_count, tagged_count, theme_count, theme_participant;

-- Everywhere below: hashtag '' is the whole chat; grain and bucket are the width and the first moment of a stretch of
-- created_at, the bucket of 'all' being the epoch. A row that comes to zero is deleted: it may hold what somebody erased.
-- Pages keep room, so that a count is updated in place.

create table tweet_count (
    hashtag     text not null,
    grain       text not null check (grain in ('minute', 'hour', 'day', 'all')),
    bucket      timestamptz not null,
    tweet_count bigint not null,
    primary key (hashtag, grain, bucket)
) with (fillfactor = 70);

-- theme '' are the tweets that a tagger has answered, with or without a theme
create table theme_count (
    hashtag     text not null,
    grain       text not null check (grain in ('minute', 'hour', 'day', 'all')),
    bucket      timestamptz not null,
    theme       text not null,
    tweet_count bigint not null,
    primary key (hashtag, grain, bucket, theme)
) with (fillfactor = 70);

-- tweets that carry both; theme stands before other in the alphabet
create table theme_pair_count (
    hashtag     text not null,
    grain       text not null check (grain in ('minute', 'hour', 'day', 'all')),
    bucket      timestamptz not null,
    theme       text not null,
    other       text not null,
    tweet_count bigint not null,
    primary key (hashtag, grain, bucket, theme, other),
    check (theme collate "C" < other collate "C")
) with (fillfactor = 70);

-- who wrote them; people cannot be added up over buckets, so hours and days would not help
create table theme_participant (
    hashtag     text not null,
    grain       text not null check (grain in ('minute', 'all')),
    bucket      timestamptz not null,
    theme       text not null,
    username    text not null,
    tweet_count bigint not null,
    primary key (hashtag, grain, bucket, theme, username)
) with (fillfactor = 70);

-- how many people theme_participant holds at grain 'all'
create table participant_count (
    hashtag           text not null,
    theme             text not null,
    participant_count bigint not null,
    primary key (hashtag, theme)
) with (fillfactor = 50);

-- the hashtags that stand in a theme's tweets; other is never the row's own hashtag
create table theme_hashtag_count (
    hashtag     text not null,
    grain       text not null check (grain in ('minute', 'all')),
    bucket      timestamptz not null,
    theme       text not null,
    other       text not null,
    tweet_count bigint not null,
    primary key (hashtag, grain, bucket, theme, other)
) with (fillfactor = 70);

-- What is stored already, counted once.

create temporary table counted on commit drop as
select t.id, s.hashtag, g.grain, g.bucket, lower(t.username) as username
from tweet t
cross join lateral (
    select ''
    union all
    select h.hashtag
    from tweet_hashtag h
    where h.tweet_id = t.id
) as s (hashtag)
cross join lateral (
    values
        ('minute', date_trunc('minute', t.created_at, 'UTC')),
        ('hour', date_trunc('hour', t.created_at, 'UTC')),
        ('day', date_trunc('day', t.created_at, 'UTC')),
        ('all', 'epoch'::timestamptz)
) as g (grain, bucket)
where t.erased_at is null;

create temporary table carried on commit drop as
select tweet_id, theme
from tag
union all
select tweet_id, ''
from tagging
where failure is null;

insert into tweet_count
select hashtag, grain, bucket, count(*)
from counted
group by hashtag, grain, bucket;

insert into theme_count
select c.hashtag, c.grain, c.bucket, t.theme, count(*)
from counted c
join carried t on t.tweet_id = c.id
group by c.hashtag, c.grain, c.bucket, t.theme;

insert into theme_pair_count
select c.hashtag, c.grain, c.bucket, a.theme, b.theme, count(*)
from counted c
join tag a on a.tweet_id = c.id
join tag b on b.tweet_id = c.id and a.tagger_id = b.tagger_id and a.theme collate "C" < b.theme collate "C"
group by c.hashtag, c.grain, c.bucket, a.theme, b.theme;

insert into theme_participant
select c.hashtag, c.grain, c.bucket, t.theme, c.username, count(*)
from counted c
join tag t on t.tweet_id = c.id
where c.grain in ('minute', 'all')
group by c.hashtag, c.grain, c.bucket, t.theme, c.username;

insert into participant_count
select hashtag, theme, count(*)
from theme_participant
where grain = 'all'
group by hashtag, theme;

-- Of a tweet with more than ten hashtags, the first ten of the alphabet are told as one another's neighbours.
insert into theme_hashtag_count
select c.hashtag, c.grain, c.bucket, t.theme, h.hashtag, count(*)
from counted c
join tag t on t.tweet_id = c.id
join (
    select tweet_id, hashtag, row_number() over (partition by tweet_id order by hashtag collate "C") as place
    from tweet_hashtag
) as h on h.tweet_id = c.id and h.place <= 10 and h.hashtag <> c.hashtag
where c.grain in ('minute', 'all')
group by c.hashtag, c.grain, c.bucket, t.theme, h.hashtag;

analyze tweet_count, theme_count, theme_pair_count, theme_participant, participant_count, theme_hashtag_count;
