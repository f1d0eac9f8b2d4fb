-- What people say that they are doing.
create table custom_status (
  account_id ${long} not null primary key references account (id) on delete cascade,
  content ${text} not null,
  until ${long} not null        -- milliseconds; 0 for never
) ${table};
