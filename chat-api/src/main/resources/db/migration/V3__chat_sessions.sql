-- Chat sessions. Their tweets are those with the hashtag in the window: asked for, never stored here.

create table chat_session (
    id                 uuid primary key,
    -- its place among all chat sessions; drawn from the change log's numbers, so no page hides a late commit
    no                 bigint not null,
    title              text not null,
    -- in lower case, as tweet_hashtag and the counts have it
    hashtag            text not null,
    hashtag_as_written text not null,
    -- whole minutes, so that the counts of its tweets are sums of buckets
    starts_at          timestamptz not null check (starts_at = date_trunc('minute', starts_at, 'UTC')),
    ends_at            timestamptz not null check (ends_at = date_trunc('minute', ends_at, 'UTC')),
    host               text,
    questions          jsonb not null,
    created_at         timestamptz not null,
    check (starts_at < ends_at)
);

create unique index chat_session_no on chat_session (no);
create index chat_session_hashtag on chat_session (hashtag, no);

-- One key, one request: a key that named a chat session cannot name a tweet too.
alter table idempotency
    alter column tweet_id drop not null,
    add column chat_id uuid,
    add check (num_nonnulls(tweet_id, chat_id) = 1);
