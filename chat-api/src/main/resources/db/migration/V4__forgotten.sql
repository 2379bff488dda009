-- The change log is kept for some days. What it has dropped is told, so that nobody takes a gap for silence.

-- one row
create table forgotten (
    -- every change up to there has been dropped
    no bigint not null
);

insert into forgotten (no)
values (0);
