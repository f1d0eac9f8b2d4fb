-- What is remembered of accounts while nobody is connected, by the names of the things.
create table keepsake (
  account_id ${long} not null references account (id) on delete cascade,
  item ${key} not null,
  content ${text} not null,
  primary key (account_id, item)
) ${clustered};
create index keepsake_item on keepsake (item);
