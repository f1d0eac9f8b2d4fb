-- Accounts of programs. They have no credentials: tokens let them in.
create table bot (
  account_id ${long} not null primary key references account (id) on delete cascade,
  owner_id ${long} not null references account (id) on delete cascade,
  created ${long} not null,
  retired ${long} null          -- null while it is in use
) ${table};
create index bot_owner on bot (owner_id);

-- By which the webhooks of a channel are found. Names are folded in ASCII only; where lower() does
-- more, older webhooks of a channel with other capital letters are listed to who made them alone.
alter table token add column channel_folded ${key} null;
update token set channel_folded = lower(channel) where channel is not null;
create index token_channel on token (channel_folded);
