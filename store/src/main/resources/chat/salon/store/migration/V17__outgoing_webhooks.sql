-- Addresses outside to which what is said in channels is posted, and how far each has come.
create table outgoing_webhook (
  id ${identity},
  account_id ${long} not null references bot (account_id) on delete cascade,
  channel ${key} not null,
  channel_folded ${key} not null,
  name ${text} not null,
  url ${text} not null,
  word ${text} not null,
  mentions_only ${long} not null,
  created ${long} not null,
  position ${long} not null,       -- the id of the last message that it is done with
  failures ${long} not null,       -- in a row
  last_result ${key} not null,
  last_status ${long} not null,
  last_at ${long} not null,
  is_off ${long} not null,
  node ${long} not null,           -- that delivers, or did last
  taken_until ${long} not null,    -- by the clock of the database; nobody else delivers before
  wait_until ${long} not null      -- nobody delivers before
) ${table};
create index outgoing_webhook_account on outgoing_webhook (account_id);
create index outgoing_webhook_channel on outgoing_webhook (channel_folded);
