-- Devices that want to be told what is for an account while nobody looks (Web Push).
create table push_subscription (
  endpoint_hash ${key} not null primary key,  -- SHA-256 of the endpoint, in hexadecimal
  account_id ${long} not null references account (id) on delete cascade,
  token_id ${long} null references token (id) on delete cascade,  -- with which it ends
  form ${key} not null,
  endpoint ${text} not null,
  device_key ${key} not null,
  device_secret ${key} not null,
  shows_text integer not null,
  created ${long} not null
) ${table};
create index push_subscription_account on push_subscription (account_id);
create index push_subscription_token on push_subscription (token_id);
