-- A ban may end by itself, and says why it was set.
alter table channel_list add column ends_at ${long} null;
alter table channel_list add column reason ${text};
