-- When somebody last asked somebody else to be friends, and was refused.
create table friend_question (
  asker_id ${long} not null references account (id) on delete cascade,
  asked_id ${long} not null references account (id) on delete cascade,
  asked_at ${long} not null,
  refused_at ${long} null,
  primary key (asker_id, asked_id)
) ${clustered};

-- Who may do what with an account: see Privacy.Circle. Without a row everybody may.
create table privacy (
  account_id ${long} not null primary key references account (id) on delete cascade,
  write_circle ${key} not null,
  add_circle ${key} not null,
  see_circle ${key} not null
) ${table};

-- Whom an account wants to hear although its privacy leaves them out.
create table correspondent (
  account_id ${long} not null references account (id) on delete cascade,
  other_id ${long} not null references account (id) on delete cascade,
  primary key (account_id, other_id)
) ${clustered};
