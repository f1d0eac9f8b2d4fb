package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Flag;
import chat.salon.core.Fold;
import chat.salon.core.Pair;
import chat.salon.core.port.Conversations;
import chat.salon.core.port.Head;
import chat.salon.core.port.Lasting;
import chat.salon.core.port.OwnRequest;
import chat.salon.core.port.StoredChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The conversations in SQL.
final class SqlConversations implements Conversations {
  private static final String HEAD =
      """
      select last_id, last_seq, opened_id, is_open, epoch from conversation where name_key = ?\
      """;

  private static final String READABLE_FROM =
      """
      select m.opened_id from membership m
      where m.conversation_id = (select id from conversation where name_key = ?)
        and m.account_id = (select id from account where folded = ?)\
      """;

  private static final String MEMBER_SINCE =
      """
      select m.since from membership m
      where m.conversation_id = (select id from conversation where name_key = ?)
        and m.account_id = (select id from account where folded = ?) and m.ended is null\
      """;

  private static final String CHANNELS_OF =
      """
      select c.shown from membership m
      join channel s on s.conversation_id = m.conversation_id and s.founder_id is not null
      join conversation c on c.id = m.conversation_id
      where m.account_id = (select id from account where folded = ?) and m.ended is null
      order by c.name_key\
      """;

  private static final String LASTING =
      """
      select c.shown, coalesce(s.topic, '') as topic,
        coalesce(s.description, '') as description, s.flags, c.last_id,
        (select count(*) from membership m
          where m.conversation_id = c.id and m.ended is null) as members
      from channel s join conversation c on c.id = s.conversation_id
      where s.founder_id is not null and s.flags not like ?
        and c.name_key >= ? and c.name_key < ?
      order by c.name_key limit ?\
      """;

  private static final String REGISTERED =
      """
      select c.shown, coalesce(s.topic, '') as topic,
        coalesce(s.description, '') as description, s.flags, c.last_id,
        (select count(*) from membership m
          where m.conversation_id = c.id and m.ended is null) as members
      from channel s join conversation c on c.id = s.conversation_id
      where s.founder_id is not null and c.name_key not like '#~%' and c.name_key > ?
      order by c.name_key limit ?\
      """;

  private static final String FOUNDED =
      """
      select count(*) from channel s join conversation c on c.id = s.conversation_id
      where s.founder_id = (select id from account where folded = ?) and c.name_key not like '#~%'\
      """;

  private static final String REQUESTS_OF =
      """
      select c.shown, a.name, r.message, r.asked, r.answered, r.answered_by, r.accepted, r.reason,
        r.paused_until
      from join_request r join conversation c on c.id = r.conversation_id
      join account a on a.id = r.account_id
      where a.folded = ? order by c.name_key\
      """;

  private static final String LAST_ID =
      """
      select coalesce(max(last_id), 0) from conversation\
      """;

  private static final long ROW_BYTES = 200;

  private final Committer committer;
  private final Readers readers;
  private final BatchWriter writer;

  SqlConversations(Committer committer, Readers readers, BatchWriter writer) {
    this.committer = committer;
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public Optional<StoredChannel> channel(ChannelName name) {
    return readers.read("a channel", db -> ChannelTable.find(db, name));
  }

  @Override
  public Optional<Head> head(Pair pair) {
    return readers.read("a head", db -> db.first(HEAD, ConversationTable::head, pair.key()));
  }

  @Override
  public OptionalLong readableFrom(ChannelName channel, AccountName account) {
    var found =
        readers.read(
            "a membership",
            db -> db.first(READABLE_FROM, row -> row.getLong(1), channel.key(), account.folded()));
    return found.isPresent() ? OptionalLong.of(found.get()) : OptionalLong.empty();
  }

  @Override
  public Optional<Instant> memberSince(ChannelName channel, AccountName account) {
    return readers
        .read(
            "a membership",
            db -> db.first(MEMBER_SINCE, row -> row.getLong(1), channel.key(), account.folded()))
        .map(Instant::ofEpochMilli);
  }

  @Override
  public List<ChannelName> channelsOf(AccountName account) {
    return readers.read(
        "the channels of an account",
        db -> db.all(CHANNELS_OF, row -> ChannelName.trusted(row.getString(1)), account.folded()));
  }

  @Override
  public List<OwnRequest> requestsOf(AccountName account) {
    return readers.read(
        "the requests of an account",
        db -> db.all(REQUESTS_OF, SqlConversations::request, account.folded()));
  }

  private static OwnRequest request(ResultSet row) throws SQLException {
    return new OwnRequest(ChannelName.trusted(row.getString("shown")), JoinRequestTable.read(row));
  }

  @Override
  public int foundedBy(AccountName account) {
    return readers.read(
        "the channels that an account founded",
        db -> db.one(FOUNDED, row -> row.getInt(1), account.folded()));
  }

  @Override
  public List<Lasting> lasting(String prefix, int limit) {
    var begin = (prefix.startsWith("#") ? "" : "#") + Fold.ascii(prefix);
    var secret = "%" + Flag.SECRET.letter() + "%";
    return readers.read(
        "registered channels",
        db -> db.all(LASTING, SqlConversations::lasting, secret, begin, Prefix.end(begin), limit));
  }

  @Override
  public List<Lasting> registered(String after, int limit) {
    return readers.read(
        "registered channels", db -> db.all(REGISTERED, SqlConversations::lasting, after, limit));
  }

  private static Lasting lasting(ResultSet row) throws SQLException {
    return new Lasting(
        ChannelName.trusted(row.getString("shown")),
        row.getString("topic"),
        row.getString("description"),
        ChannelTable.flags(row.getString("flags")),
        row.getInt("members"),
        row.getLong("last_id"));
  }

  @Override
  public long take(ConversationId<?> where) {
    return committer.commit(2, ROW_BYTES, db -> writer.take(db, where));
  }

  @Override
  public long lastId() {
    return readers.read("the last id", db -> db.one(LAST_ID, row -> row.getLong(1)));
  }
}
