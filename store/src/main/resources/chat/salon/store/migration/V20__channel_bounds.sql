-- Where who cannot come in is sent; how many come in, and how often one says the same, in how many
-- seconds; 0 for no bound.
alter table channel add column forward_to ${text};
alter table channel add column join_times integer default 0 not null;
alter table channel add column join_seconds integer default 0 not null;
alter table channel add column repeat_times integer default 0 not null;
alter table channel add column repeat_seconds integer default 0 not null;
