-- What others answered to the messages of accounts: replies and reactions. What was taken back is
-- not in here; what was said of a message that is deleted since is, and is not read.
create table response (
  account_id ${long} not null references account (id) on delete cascade, -- who is answered
  event_id ${long} not null,        -- the reply, or the reaction
  conversation_id ${long} not null,
  kind integer not null,            -- 2 a reply, 3 a reaction; see SqlActivityInbox.java
  message_id ${long} not null,      -- the reply itself, or what was reacted to
  party ${key} not null,            -- who answered: an account, or ~ and a guest's nick
  reaction ${key} not null,         -- empty for a reply
  primary key (account_id, event_id)
) ${clustered};
create index response_message on response (conversation_id, message_id);

-- Newest first wherever they were said.
create index mention_order on mention (account_id, message_id);

-- Up to which event accounts have looked at all of that.
create table activity_seen (
  account_id ${long} not null primary key references account (id) on delete cascade,
  event_id ${long} not null
) ${table};
