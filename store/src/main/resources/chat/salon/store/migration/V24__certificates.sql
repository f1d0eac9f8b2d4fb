-- The client certificates that let accounts in (SASL EXTERNAL).
create table certificate (
  fingerprint ${key} not null primary key,  -- SHA-256 of its DER form, in hexadecimal
  account_id ${long} not null references account (id) on delete cascade,
  added ${long} not null
) ${table};
create index certificate_account on certificate (account_id);
