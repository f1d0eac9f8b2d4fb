-- The messages that conversations keep in sight. A deleted message is in none.
create table pin (
  conversation_id ${long} not null,
  message_id ${long} not null,
  nick ${key} not null,         -- of who pinned it, as shown then
  pin_id ${long} not null,      -- the event
  primary key (conversation_id, message_id)
) ${clustered};
