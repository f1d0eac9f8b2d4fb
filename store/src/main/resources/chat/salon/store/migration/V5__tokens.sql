-- What lets somebody in without a password: the cookies of browsers, the tokens of programs, the
-- addresses of webhooks. Only hashes of their secrets are kept.
create table token (
  id ${identity},
  hash ${key} not null unique,  -- SHA-256, in hexadecimal
  account_id ${long} not null references account (id) on delete cascade,
  kind ${key} not null,
  name ${text} not null,
  scopes ${key} not null,       -- words, separated by spaces
  channel ${key},               -- the only one that it is good for
  created ${long} not null,
  used ${long} not null,
  expires ${long} not null,
  address ${key} not null
) ${table};
create index token_account on token (account_id);
create index token_expires on token (expires);
