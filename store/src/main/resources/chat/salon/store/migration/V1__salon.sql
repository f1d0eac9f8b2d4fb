-- One schema for every database. What they name differently stands in placeholders (Database.java).
-- Moments are milliseconds since 1970 in UTC; truth is 0 or 1; names are kept as shown beside their
-- folded form, which is the key.

create table setting (
  name ${key} not null primary key,
  content ${text} not null
) ${table};

create table account (
  id ${identity},
  folded ${key} not null unique,
  name ${key} not null,
  role ${key} not null,
  email ${text},
  created ${long} not null
) ${table};

create table credential (
  account_id ${long} not null primary key references account (id) on delete cascade,
  password ${text} not null,    -- an encoded Argon2id hash
  scram ${bytes}                -- a SCRAM verifier, encrypted under the server key
) ${table};

-- The nicks that only one account may use; its own name is the first.
create table nick (
  folded ${key} not null primary key,
  shown ${key} not null,
  account_id ${long} not null references account (id) on delete cascade
) ${table};
create index nick_account on nick (account_id);

create table conversation (
  id ${identity},
  kind integer not null,        -- 1 a channel, 2 a private conversation
  name_key ${key} not null unique,
  shown ${key} not null,
  last_id ${long} not null,
  last_seq ${long} not null,
  opened_id ${long} not null,   -- the JOIN from which its members may read
  is_open integer not null,
  epoch ${long} not null        -- of its owner: an earlier owner is refused
) ${table};

create table private_party (
  party ${key} not null,        -- an account, or ~ and a guest's nick
  conversation_id ${long} not null references conversation (id) on delete cascade,
  primary key (party, conversation_id)
) ${clustered};

create table channel (
  conversation_id ${long} not null primary key references conversation (id) on delete cascade,
  created ${long} not null,
  topic ${text},
  topic_by ${text},
  topic_at ${long},
  flags ${key} not null,        -- mode letters
  entry_key ${text},
  member_limit integer not null -- 0 for none
) ${table};

create table channel_list (
  conversation_id ${long} not null references conversation (id) on delete cascade,
  kind ${key} not null,         -- the mode letter
  position integer not null,
  mask ${text} not null,
  set_by ${text} not null,
  set_at ${long} not null,
  primary key (conversation_id, kind, position)
) ${clustered};

create table membership (
  conversation_id ${long} not null references conversation (id) on delete cascade,
  account_id ${long} not null references account (id) on delete cascade,
  ranks ${key} not null,        -- mode letters
  since ${long} not null,
  opened_id ${long} not null,   -- from where the account may read because of it
  ended ${long},
  primary key (conversation_id, account_id)
) ${clustered};
create index membership_account on membership (account_id);

-- The log. No foreign keys: each would cost a look-up a message. Where several nodes may write, the
-- fence keeps two of them from giving one number twice, whatever else went wrong.
create table message (
  conversation_id ${long} not null,
  id ${long} not null,          -- the msgid, the cursor and the time in one
  seq ${long} not null,         -- 1, 2, 3 … in its conversation
  happened ${long} not null,
  kind integer not null,        -- see Kind.java; 1 and 2 are messages and notices
  account_id ${long},           -- of who did it; null for guests
  nick ${key} not null,         -- as shown then
  username ${key} not null,
  host ${key} not null,
  target ${text},
  body ${text},
  details ${text},              -- JSON: what only some kinds have
  least integer,                -- who may read it: null for all, else a bit of Ranks or lower ones
  edited ${long},               -- the id of the newest edit; body is what readers see
  redacted ${long},             -- the id of the redaction
  primary key (conversation_id, id)${fence}
) ${clustered};

-- What a client sent under an id of its own, for a day, so that sending it again does nothing.
create table sent (
  party ${key} not null,
  client_id ${key} not null,
  conversation_id ${long} not null,
  message_id ${long} not null,
  sent_at ${long} not null,
  primary key (party, client_id)
) ${clustered};
create index sent_at on sent (sent_at);

create table read_marker (
  account_id ${long} not null references account (id) on delete cascade,
  conversation_id ${long} not null references conversation (id) on delete cascade,
  message_id ${long} not null,
  primary key (account_id, conversation_id)
) ${clustered};

create table server_ban (
  id ${identity},
  kind ${key} not null,
  mask ${key} not null,
  reason ${text} not null,
  set_by ${text} not null,
  set_at ${long} not null,
  expires ${long},
  unique (kind, mask)
) ${table};

-- Only ever added to. Each row's hash covers the row and the hash before it.
create table audit (
  id ${long} not null primary key,
  happened ${long} not null,
  actor ${text} not null,
  action ${key} not null,
  subject ${text} not null,
  details ${text} not null,
  previous_hash ${bytes} not null,
  hash ${bytes} not null
) ${table};

-- The number of each writer's newest transaction: who lost a connection in the middle of a commit
-- finds out here whether it happened. Only for databases on servers.
create table last_write (
  writer ${key} not null primary key,
  number ${long} not null,
  looks ${long} not null        -- raised to wait for who may still be committing
) ${table};

-- The numbers of the nodes that share the database. Moments are by the database's clock.
create table node (
  number integer not null primary key,
  name ${key} not null,
  is_alone integer not null,    -- it wants no other node beside it
  is_live integer not null,     -- 0 when it was given back
  given ${long} not null,
  seen ${long} not null
) ${table};
