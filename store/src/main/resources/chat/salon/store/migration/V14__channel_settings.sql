-- What a channel is for, and how many seconds a person waits between two messages; 0 for none.
alter table channel add column description ${text};
alter table channel add column slow_seconds integer default 0 not null;
