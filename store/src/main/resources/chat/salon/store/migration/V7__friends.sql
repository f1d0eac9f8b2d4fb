-- Who are friends or ask to be, a row for each pair of accounts; and who does not want to hear whom.
create table friendship (
  first_id ${long} not null references account (id) on delete cascade,  -- the smaller of the two
  second_id ${long} not null references account (id) on delete cascade,
  asker_id ${long} null,        -- who has asked and waits; null for friends
  since ${long} not null,
  primary key (first_id, second_id)
) ${clustered};
create index friendship_second on friendship (second_id);

create table blocking (
  account_id ${long} not null references account (id) on delete cascade,
  blocked_id ${long} not null references account (id) on delete cascade,
  since ${long} not null,
  primary key (account_id, blocked_id)
) ${clustered};
create index blocking_blocked on blocking (blocked_id);
