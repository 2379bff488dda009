-- People are counted by the day too. The tables get other names: a replica of the version before does not count days. It answers 503
-- about themes and keeps no tags, nor erases, until it is replaced; it cannot count past these. It posts, and Kafka keeps the rest.

alter table theme_participant rename to participant_tweet_count;

alter table participant_tweet_count rename constraint theme_participant_pkey to participant_tweet_count_pkey;

-- Not validated: every row obeys the narrower rule that goes.
alter table participant_tweet_count
    drop constraint theme_participant_grain_check,
    add constraint participant_tweet_count_grain_check check (grain in ('minute', 'day', 'all')) not valid;

drop table participant_count;

-- How many people participant_tweet_count holds, but for its minutes: to read those is no more than to read their number.
create table theme_participant_count (
    hashtag           text not null,
    grain             text not null check (grain in ('day', 'all')),
    bucket            timestamptz not null,
    theme             text not null,
    participant_count bigint not null,
    primary key (hashtag, grain, bucket, theme)
) with (fillfactor = 50);

-- What is stored already, in the order of the key: its index is then written from one end to the other.

insert into participant_tweet_count (hashtag, grain, bucket, theme, username, tweet_count)
select hashtag, 'day', date_trunc('day', bucket, 'UTC') as day, theme, username, sum(tweet_count)
from participant_tweet_count
where grain = 'minute'
group by hashtag, day, theme, username
order by hashtag, day, theme, username;

insert into theme_participant_count (hashtag, grain, bucket, theme, participant_count)
select hashtag, grain, bucket, theme, count(*)
from participant_tweet_count
where grain in ('day', 'all')
group by hashtag, grain, bucket, theme;

analyze participant_tweet_count, theme_participant_count;
