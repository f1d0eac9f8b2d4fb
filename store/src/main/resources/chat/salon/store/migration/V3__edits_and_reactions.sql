-- What a message said before each of its edits; its row has what it says now. Deleted with it.
create table edit (
  conversation_id ${long} not null,
  message_id ${long} not null,
  edit_id ${long} not null,     -- the event that gave it another text
  former ${text} not null,      -- the text until then
  primary key (conversation_id, message_id, edit_id)
) ${clustered};

create table reaction (
  conversation_id ${long} not null,
  message_id ${long} not null,
  reaction ${key} not null,     -- an emoji or a short text
  party ${key} not null,        -- whose: an account, or ~ and a guest's nick
  nick ${key} not null,         -- as shown then
  reaction_id ${long} not null, -- the event
  primary key (conversation_id, message_id, reaction, party)
) ${clustered};
