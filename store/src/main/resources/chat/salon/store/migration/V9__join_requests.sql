-- The last time that an account asked to come into a channel, and what became of it.
create table join_request (
  conversation_id ${long} not null references conversation (id) on delete cascade,
  account_id ${long} not null references account (id) on delete cascade,
  message ${text} not null,
  asked ${long} not null,
  answered ${long} null,        -- null while it waits; the rest is about the answer
  answered_by ${text} null,
  accepted integer not null,
  reason ${text} null,
  paused_until ${long} null,
  primary key (conversation_id, account_id)
) ${clustered};
create index join_request_account on join_request (account_id);
