-- Who may come in by a key, and who changed what.

create table api_key (
    -- the part of a key that may be told
    id           text primary key,
    -- SHA-256 of the whole: its secret is 256 bits of chance, and is kept nowhere
    digest       bytea not null check (length(digest) = 32),
    name         text not null,
    scopes       text[] not null,
    -- whom it posts as; null for a program's, which posts for others
    author       text,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    -- to the hour
    last_used_at timestamptz
);

create table audit (
    no      bigint generated always as identity primary key,
    at      timestamptz not null default now(),
    caller  text not null,
    what    text not null,
    subject text not null
);

create index audit_subject on audit (subject);

-- What has been done stays done, whoever wishes otherwise; but for the owner of the schema, who can drop this.
create function audit_is_append_only() returns trigger
    language plpgsql
as $$
begin
    raise exception 'the audit log is only ever added to';
end
$$;

create trigger audit_is_append_only
    before update or delete or truncate on audit
    for each statement execute function audit_is_append_only();
