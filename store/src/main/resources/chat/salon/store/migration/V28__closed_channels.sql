-- The channels that staff closed.
create table channel_closure (
  folded ${key} not null primary key,
  name ${key} not null,
  kind ${key} not null,         -- see Closure.java
  reason ${text} not null,
  set_by ${text} not null,
  set_at ${long} not null,
  expires ${long}               -- null for good
) ${table};
