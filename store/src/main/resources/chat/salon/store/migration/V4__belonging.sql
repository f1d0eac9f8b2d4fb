-- What it is to belong: registered channels, what was read and what not, and what accounts keep.

-- The account whose channel it is; null for a channel that is gone with its last member.
alter table channel add column founder_id ${long} null;
create index channel_founder on channel (founder_id);

-- Whom a message mentions, so that nobody has to read messages to count them.
create table mention (
  account_id ${long} not null references account (id) on delete cascade,
  conversation_id ${long} not null references conversation (id) on delete cascade,
  message_id ${long} not null,
  primary key (account_id, conversation_id, message_id)
) ${clustered};

-- The name that others are shown, and both names as they are looked for: without accents and
-- capitals.
alter table account add column display_name ${text};
alter table account add column name_sought ${key};
alter table account add column display_name_sought ${key};
update account set name_sought = folded;
create index account_name_sought on account (name_sought);
create index account_display_name_sought on account (display_name_sought);

-- What the clients of an account keep: JSON, of which the server knows nothing.
create table account_setting (
  account_id ${long} not null primary key references account (id) on delete cascade,
  content ${text} not null,
  version ${long} not null      -- rises with each change
) ${table};
