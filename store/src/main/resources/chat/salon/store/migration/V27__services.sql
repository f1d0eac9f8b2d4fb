-- When an account was dropped: its name stays taken, and nobody is let in by it any more.
alter table account add column dropped ${long};
-- In which language services speak to it, by its tag.
alter table account add column language ${key};
-- The hosts that accounts were given, and those that they ask for.
create table vhost (
  account_id ${long} not null primary key references account (id) on delete cascade,
  host ${text},                 -- null while it was given none
  is_on integer not null,       -- whether it is shown under it
  asked ${text},
  asked_at ${long}
) ${table};
