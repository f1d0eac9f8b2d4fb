-- What only staff are told of a ban; null for nothing.
alter table server_ban add column staff_reason ${text};
-- What counts as spam, where, and what becomes of it.
create table spam_filter (
  id ${identity},
  pattern ${key} not null,
  places ${text} not null,      -- names with commas
  action ${key} not null,
  lasts ${long},                -- milliseconds of a ban; null for good
  reason ${text} not null,
  set_by ${text} not null,
  set_at ${long} not null,
  unique (pattern)
) ${table};
