-- The messages that accounts have put aside for themselves. A deleted message is in none.
create table saved_message (
  account_id ${long} not null references account (id) on delete cascade,
  conversation_id ${long} not null references conversation (id) on delete cascade,
  message_id ${long} not null,
  saved_id ${long} not null,    -- tells when, and in which order
  primary key (account_id, conversation_id, message_id)
) ${clustered};
create index saved_message_order on saved_message (account_id, saved_id);
create index saved_message_message on saved_message (conversation_id, message_id);
