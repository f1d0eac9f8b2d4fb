package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Event.Edited;
import chat.salon.core.Event.Previewed;
import chat.salon.core.Event.Said;
import chat.salon.core.Pair;
import chat.salon.core.Pin;
import chat.salon.core.Rank;
import chat.salon.core.Ranks;
import chat.salon.core.port.Batch;
import chat.salon.core.port.MessageLog;
import chat.salon.core.port.Page;
import chat.salon.core.port.Recent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The log in SQL.
final class SqlMessageLog implements MessageLog {
  private static final String BY_KEY =
      """
      select m.id, m.seq, m.kind, a.name, m.nick, m.username, m.host, m.target, m.body, m.details,
        m.least, m.edited, m.redacted
      from message m left join account a on a.id = m.account_id
      join sent s on s.conversation_id = m.conversation_id and s.message_id = m.id
      where s.conversation_id = (select id from conversation where name_key = ?)
        and s.party = ? and s.request_key = ?\
      """;

  private static final String OLDEST =
      """
      select m.id, m.seq, m.kind, a.name, m.nick, m.username, m.host, m.target, m.body, m.details,
        m.least, m.edited, m.redacted
      from message m left join account a on a.id = m.account_id
      where m.conversation_id = (select id from conversation where name_key = ?)
        and m.id > ? and m.id < ? and m.kind <= ? and (m.least is null or m.least >= ?
          or m.account_id = (select id from account where folded = ?))
      order by m.id limit ?\
      """;

  private static final String NEWEST =
      """
      select m.id, m.seq, m.kind, a.name, m.nick, m.username, m.host, m.target, m.body, m.details,
        m.least, m.edited, m.redacted
      from message m left join account a on a.id = m.account_id
      where m.conversation_id = (select id from conversation where name_key = ?)
        and m.id > ? and m.id < ? and m.kind <= ? and (m.least is null or m.least >= ?
          or m.account_id = (select id from account where folded = ?))
      order by m.id desc limit ?\
      """;

  private static final String CHANNEL =
      """
      select c.id,
        case when s.opened_id < c.opened_id then s.opened_id else c.opened_id end as readable_from
      from conversation c
      left join membership s on s.conversation_id = c.id
        and s.account_id = (select id from account where folded = ?)
      where c.name_key = ?\
      """;

  // Rank-limited messages do not count: whoever asks may not know of them.
  private static final String NEWEST_IN_CHANNEL =
      """
      select m.id from message m
      where m.conversation_id = ? and m.id > ? and m.id < ? and m.kind <= 2 and m.least is null
      order by m.id desc limit 1\
      """;

  private static final String NEWEST_OF_PARTY =
      """
      select c.name_key, n.id
      from (
        select p.conversation_id,
          (select m.id from message m
            where m.conversation_id = p.conversation_id
              and m.id > ? and m.id < ? and m.kind <= 2
              and (m.least is null
                or m.account_id = (select id from account where folded = p.party))
            order by m.id desc limit 1) as id
        from private_party p where p.party = ?) n
      join conversation c on c.id = n.conversation_id
      where n.id is not null
      order by n.id limit ?\
      """;

  private static final int ANY_KIND = Integer.MAX_VALUE;
  private static final int NO_RANK = Integer.MAX_VALUE;
  private static final int ROW_BYTES = 100;

  private final Committer committer;
  private final Readers readers;
  private final BatchWriter writer;
  private final Appended appended;
  private final Listening listening;

  SqlMessageLog(
      Committer committer,
      Readers readers,
      BatchWriter writer,
      Appended appended,
      Listening listening) {
    this.committer = committer;
    this.readers = readers;
    this.writer = writer;
    this.appended = appended;
    this.listening = listening;
  }

  @Override
  public void append(Batch batch) {
    long bytes = 0;
    for (var event : batch.events()) {
      bytes += ROW_BYTES + textLength(event);
    }
    committer.commit(
        batch.events().size() + batch.keyed().size() + 1,
        bytes,
        db -> {
          writer.write(db, batch);
          return true;
        });
    appended.add(batch.where());
    listening.appended(batch.where());
  }

  private static int textLength(Event event) {
    return switch (event) {
      case Said said -> said.text().length();
      case Previewed previewed ->
          previewed.previews().shown().stream().mapToInt(one -> one.toString().length()).sum();
      case Edited edited -> 2 * edited.text().length(); // and the former one
      default -> 0;
    };
  }

  @Override
  public Optional<Event> find(ConversationId<?> where, String party, String key) {
    return readers.read(
        "what was sent under a key",
        db -> db.first(BY_KEY, row -> MessageTable.event(row, where), where.key(), party, key));
  }

  @Override
  public List<Event> read(Page page) {
    var found = readers.read("a page", db -> read(db, page));
    return page.newest() ? found.reversed() : found;
  }

  @Override
  public List<Said> versions(Said said) {
    return readers.read("the versions of a message", db -> Versions.of(db, said));
  }

  @Override
  public List<Pin> pins(
      ConversationId<?> where, long from, @Nullable Rank least, @Nullable AccountName own) {
    return readers.read(
        "pinned messages", db -> Pins.of(db, where, from, lowest(least), folded(own)));
  }

  static List<Event> read(Db db, Page page) throws SQLException {
    var events = rows(db, page);
    var reacted = Reactions.with(db, page.where(), events);
    return MessagePreviews.with(db, page.where(), reacted);
  }

  private static List<Event> rows(Db db, Page page) throws SQLException {
    return db.all(
        page.newest() ? NEWEST : OLDEST,
        row -> MessageTable.event(row, page.where()),
        page.where().key(),
        page.above(),
        page.below(),
        page.messagesOnly() ? Kind.NOTICE.number() : ANY_KIND,
        lowest(page.least()),
        folded(page.own()),
        page.limit());
  }

  private static String folded(@Nullable AccountName own) {
    return own == null ? "" : own.folded();
  }

  private static int lowest(@Nullable Rank rank) {
    return rank == null ? NO_RANK : Ranks.of(rank).bits();
  }

  @Override
  public List<Recent> recent(
      Collection<ChannelName> channels, String party, long above, long below, int limit) {
    return readers.read(
        "recent conversations",
        db -> {
          var recent = new ArrayList<Recent>();
          for (var channel : channels) {
            newest(db, channel, party, above, below)
                .ifPresent(id -> recent.add(new Recent(channel, id)));
          }
          recent.addAll(
              db.all(
                  NEWEST_OF_PARTY,
                  row -> new Recent(pair(row.getString(1)), row.getLong(2)),
                  above,
                  below,
                  party,
                  limit));
          recent.sort(Comparator.comparingLong(Recent::id));
          return List.copyOf(recent.subList(0, Math.min(limit, recent.size())));
        });
  }

  private static Optional<Long> newest(
      Db db, ChannelName channel, String party, long above, long below) throws SQLException {
    record Found(long conversation, long readableFrom) {}
    var found =
        db.first(CHANNEL, row -> new Found(row.getLong(1), row.getLong(2)), party, channel.key());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    long from = Math.max(above, found.get().readableFrom() - 1);
    return db.first(
        NEWEST_IN_CHANNEL, row -> row.getLong(1), found.get().conversation(), from, below);
  }

  static Pair pair(String key) {
    int space = key.indexOf(' ');
    return new Pair(key.substring(0, space), key.substring(space + 1));
  }
}
