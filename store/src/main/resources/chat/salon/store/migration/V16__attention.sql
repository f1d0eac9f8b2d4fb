-- Of what accounts want to be told in a conversation, where it is not the usual.
create table attention (
  account_id ${long} not null references account (id) on delete cascade,
  conversation_id ${long} not null references conversation (id) on delete cascade,
  notice_level ${key} not null,
  muted_until ${long} not null,  -- milliseconds since 1970; 0 for not at all
  primary key (account_id, conversation_id)
) ${clustered};
create index attention_conversation on attention (conversation_id, notice_level);
