-- Every row of a rollup that a count of what is stored would not give, and every row that is missing.
with counted as materialized (
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
    where t.erased_at is null
), answered as materialized (
    select tweet_id, theme
    from tag
    union all
    select tweet_id, ''
    from tagging
    where failure is null
), recount (rollup, key, n) as (
    select 'tweet_count', concat_ws('|', hashtag, grain, bucket), count(*)
    from counted
    group by hashtag, grain, bucket
    union all
    select 'theme_count', concat_ws('|', hashtag, grain, bucket, theme), count(*)
    from counted
    join answered on tweet_id = id
    group by hashtag, grain, bucket, theme
    union all
    select 'theme_pair_count', concat_ws('|', hashtag, grain, bucket, a.theme, b.theme), count(*)
    from counted
    join tag a on a.tweet_id = id
    join tag b on b.tweet_id = id and b.tagger_id = a.tagger_id and a.theme collate "C" < b.theme collate "C"
    group by hashtag, grain, bucket, a.theme, b.theme
    union all
    select 'participant_tweet_count', concat_ws('|', hashtag, grain, bucket, theme, username), count(*)
    from counted
    join tag on tweet_id = id
    where grain in ('minute', 'day', 'all')
    group by hashtag, grain, bucket, theme, username
    union all
    select 'theme_participant_count', concat_ws('|', hashtag, grain, bucket, theme), count(distinct username)
    from counted
    join tag on tweet_id = id
    where grain in ('day', 'all')
    group by hashtag, grain, bucket, theme
    union all
    select 'theme_hashtag_count', concat_ws('|', c.hashtag, grain, bucket, theme, h.hashtag), count(*)
    from counted c
    join tag on tag.tweet_id = id
    join (
        select tweet_id, hashtag, row_number() over (partition by tweet_id order by hashtag collate "C") as place
        from tweet_hashtag
    ) as h on h.tweet_id = id and h.place <= 10 and h.hashtag <> c.hashtag
    where grain in ('minute', 'all')
    group by c.hashtag, grain, bucket, theme, h.hashtag
), kept (rollup, key, n) as (
    select 'tweet_count', concat_ws('|', hashtag, grain, bucket), tweet_count
    from tweet_count
    union all
    select 'theme_count', concat_ws('|', hashtag, grain, bucket, theme), tweet_count
    from theme_count
    union all
    select 'theme_pair_count', concat_ws('|', hashtag, grain, bucket, theme, other), tweet_count
    from theme_pair_count
    union all
    select 'participant_tweet_count', concat_ws('|', hashtag, grain, bucket, theme, username), tweet_count
    from participant_tweet_count
    union all
    select 'theme_participant_count', concat_ws('|', hashtag, grain, bucket, theme), participant_count
    from theme_participant_count
    union all
    select 'theme_hashtag_count', concat_ws('|', hashtag, grain, bucket, theme, other), tweet_count
    from theme_hashtag_count
)
select concat(rollup, ' ', key, ' is ', coalesce(kept.n, 0), ', a recount gives ', coalesce(recount.n, 0))
from recount
full join kept using (rollup, key)
where recount.n is distinct from kept.n
