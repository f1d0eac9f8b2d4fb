-- What people and channels say of themselves, by keys: a homepage, a color.
create table account_metadata (
  account_id ${long} not null references account (id) on delete cascade,
  name ${key} not null,
  content ${text} not null,
  primary key (account_id, name)
) ${clustered};
create table channel_metadata (
  conversation_id ${long} not null references conversation (id) on delete cascade,
  name ${key} not null,
  content ${text} not null,
  primary key (conversation_id, name)
) ${clustered};
