-- Which message a request led to, for as long as it may be asked again. Nothing has written to the
-- table of this name before.
drop table sent;
create table sent (
  conversation_id ${long} not null,
  party ${key} not null,        -- who asked: an account, or ~ and a guest's nick
  request_key ${key} not null,  -- unlike the others of that party in that conversation
  message_id ${long} not null,
  sent_at ${long} not null,
  primary key (conversation_id, party, request_key)
) ${clustered};
create index sent_at on sent (sent_at);
