-- What is shown of the pages that messages link to. A deleted message has none.
create table message_preview (
  conversation_id ${long} not null,
  message_id ${long} not null,
  content ${text} not null,     -- JSON; empty where who said it wants none
  primary key (conversation_id, message_id)
) ${clustered};
-- What pages said of themselves when they were read last, for all who link to them.
create table page_preview (
  url_hash ${key} not null primary key,
  content ${text} not null,     -- JSON; empty for nothing to show
  fetched ${long} not null      -- milliseconds since 1970
) ${table};
create index page_preview_fetched on page_preview (fetched);
