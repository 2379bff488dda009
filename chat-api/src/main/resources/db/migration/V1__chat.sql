-- The chat: tweets, the change log, taggings and the counts kept with them.

-- Numbers of the change log. Drawn under an advisory lock, just before a commit, so they become visible in order.
-- A sequence and not transaction ids: a restored database goes on counting.
create sequence change_no;

create table change (
    no       bigint primary key,
    tweet_id uuid not null,
    kind     text not null check (kind in ('posted', 'updated', 'tagged', 'erased')),
    at       timestamptz not null default now()
);

-- How far each follower of the change log has got.
create table follower (
    name text primary key,
    no   bigint not null
);

create table tweet (
    id              uuid primary key,
    -- its place in the change log when it was posted: the order of every list, so no page hides a late commit
    no              bigint not null,
    revision        integer not null,
    -- what an erasure leaves empty may be null
    text            text,
    username        text,
    name            text,
    created_at      timestamptz not null,
    posted_at       timestamptz not null,
    conversation_id uuid not null,
    in_reply_to_id  uuid,
    source          text,
    external_id     text,
    entities        jsonb,
    erased_at       timestamptz
);

create unique index tweet_no on tweet (no);
create unique index tweet_external on tweet (source, external_id) where external_id is not null;
create index tweet_author on tweet (lower(username), no);
create index tweet_conversation on tweet (conversation_id, no);
create index tweet_created on tweet (created_at);
create index tweet_words on tweet using gin (to_tsvector('english', text));

create table tweet_hashtag (
    hashtag  text not null,
    no       bigint not null,
    tweet_id uuid not null,
    primary key (hashtag, no)
);

create index tweet_hashtag_tweet on tweet_hashtag (tweet_id);

-- The answer that each idempotency key got: enough to give it again, word for word.
create table idempotency (
    key         text primary key,
    fingerprint text not null,
    tweet_id    uuid not null,
    outcome     text not null check (outcome in ('created', 'known')),
    used_at     timestamptz not null
);

create index idempotency_used on idempotency (used_at);
create index idempotency_tweet on idempotency (tweet_id);

create table codebook (
    id           text not null,
    version      integer not null check (version > 0),
    title        text not null,
    published_at timestamptz not null,
    document     text not null,
    primary key (id, version)
);

-- The newest answer of each tagger about each tweet.
create table tagging (
    tweet_id         uuid not null,
    tagger_id        text not null,
    tagger_version   text not null,
    tweet_revision   integer not null,
    codebook_id      text not null,
    codebook_version integer not null,
    tagged_at        timestamptz not null,
    failure          text,
    primary key (tweet_id, tagger_id)
);

create table tag (
    tweet_id  uuid not null,
    tagger_id text not null,
    theme     text not null,
    -- the tweet's place, so that a theme's tweets come newest first from the index alone
    no        bigint not null,
    score     double precision not null,
    evidence  jsonb not null,
    primary key (tweet_id, tagger_id, theme)
);

create index tag_theme on tag (theme, no);

-- Counts, kept in the transaction that changes them. A dashboard never scans tweets.
-- Whoever writes touches theme counts before the log's lock and tweet counts after it: one order, so no deadlock.
create table tweet_count (
    day         date primary key,
    tweet_count bigint not null
);

create table tagged_count (
    day         date primary key,
    tweet_count bigint not null
);

create table theme_count (
    theme       text not null,
    day         date not null,
    tweet_count bigint not null,
    primary key (theme, day)
);

create table theme_participant (
    theme       text not null,
    username    text not null,
    tweet_count bigint not null,
    primary key (theme, username)
);

-- Secrets that all replicas share. A restored database keeps them, so a cursor outlives a restart.
create table secret (
    name  text primary key,
    value bytea not null
);

insert into secret (name, value)
values ('cursor', sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea));
