-- The tokens by which people show other services who they are (IRCv3 draft/authtoken), each good once.
create table auth_token (
  hash ${key} not null primary key,  -- SHA-256 of the token, in hexadecimal
  service ${key} not null,           -- in lower case
  account ${key} not null,           -- empty for a guest
  nick ${key} not null,
  scope ${key} not null,             -- a channel or a nick; empty for none
  standing ${key} not null,          -- in that channel: none, member or operator
  expires ${long} not null
) ${table};
create index auth_token_expires on auth_token (expires);
