package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.Bounds;
import chat.salon.core.ChannelName;
import chat.salon.core.Event;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Flag;
import chat.salon.core.ListEntry;
import chat.salon.core.ListKind;
import chat.salon.core.Mask;
import chat.salon.core.Metadata;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.Quota;
import chat.salon.core.Topic;
import chat.salon.core.port.Batch;
import chat.salon.core.port.StoredChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is set on channels, but for who belongs to them.
final class ChannelTable {
  private static final String CHANGE =
      """
      update channel set created = ?, topic = ?, topic_by = ?, topic_at = ?, flags = ?,
        entry_key = ?, member_limit = ?, founder_id = ?, description = ?, slow_seconds = ?,
        forward_to = ?, join_times = ?, join_seconds = ?, repeat_times = ?, repeat_seconds = ?
      where conversation_id = ?\
      """;

  private static final String ADD =
      """
      insert into channel
        (created, topic, topic_by, topic_at, flags, entry_key, member_limit, founder_id,
         description, slow_seconds, forward_to, join_times, join_seconds, repeat_times,
         repeat_seconds, conversation_id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  private static final String CLEAR_LISTS =
      """
      delete from channel_list where conversation_id = ?\
      """;

  private static final String ADD_ENTRY =
      """
      insert into channel_list
        (conversation_id, kind, position, mask, set_by, set_at, ends_at, reason)
      values (?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  private static final String FIND =
      """
      select c.id, c.shown, c.last_id, c.last_seq, c.opened_id, c.is_open, c.epoch,
        coalesce(s.created, 0) as created, s.topic, s.topic_by, s.topic_at,
        coalesce(s.flags, '') as flags, s.entry_key, coalesce(s.member_limit, 0) as member_limit,
        f.name as founder, coalesce(s.description, '') as description,
        coalesce(s.slow_seconds, 0) as slow_seconds, s.forward_to,
        coalesce(s.join_times, 0) as join_times, coalesce(s.join_seconds, 0) as join_seconds,
        coalesce(s.repeat_times, 0) as repeat_times,
        coalesce(s.repeat_seconds, 0) as repeat_seconds
      from conversation c left join channel s on s.conversation_id = c.id
      left join account f on f.id = s.founder_id
      where c.name_key = ?\
      """;

  private static final String LISTS =
      """
      select kind, mask, set_by, set_at, ends_at, reason from channel_list
      where conversation_id = ? order by kind, position\
      """;

  private ChannelTable() {}

  /// Makes the rows of a channel what it is after a batch.
  ///
  /// @param founder the row of its founder; 0 for none
  static void write(Db db, long conversation, long founder, Batch batch, StoredChannel after)
      throws SQLException {
    var topic = after.topic();
    var bounds = after.bounds();
    var values =
        new @Nullable Object[] {
          after.created().toEpochMilli(),
          topic == null ? null : topic.text(),
          topic == null ? null : topic.by(),
          topic == null ? null : topic.at().toEpochMilli(),
          letters(after),
          after.key(),
          after.limit(),
          founder == 0 ? null : founder,
          after.description(),
          after.slow(),
          bounds.forward() == null ? null : bounds.forward().shown(),
          bounds.joins().times(),
          bounds.joins().seconds(),
          bounds.repeats().times(),
          bounds.repeats().seconds(),
          conversation
        };
    if (db.update(CHANGE, values) == 0) {
      db.update(ADD, values);
    }
    if (!batch.head().isOpen() || batch.events().stream().anyMatch(e -> mayList(e, batch))) {
      writeLists(db, conversation, after.lists());
    }
  }

  private static boolean mayList(Event event, Batch batch) {
    return switch (event) {
      case ModesChanged modes -> modes.changes().stream().anyMatch(c -> c instanceof Listed);
      case Joined joined -> isOpening(joined, batch);
      default -> false;
    };
  }

  /// Whether a channel, as it is after a batch, began with this.
  static boolean isOpening(Joined joined, Batch batch) {
    return joined.stamp().id() == batch.head().opened();
  }

  private static void writeLists(Db db, long conversation, Map<ListKind, List<ListEntry>> lists)
      throws SQLException {
    db.update(CLEAR_LISTS, conversation);
    for (var list : lists.entrySet()) {
      int position = 0;
      for (var entry : list.getValue()) {
        var until = entry.until();
        db.update(
            ADD_ENTRY,
            conversation,
            String.valueOf(list.getKey().letter()),
            position++,
            entry.mask().pattern(),
            entry.by(),
            entry.at().toEpochMilli(),
            until == null ? null : until.toEpochMilli(),
            entry.reason().isEmpty() ? null : entry.reason());
      }
    }
  }

  /// The channel as it was last written, without a seat.
  static Optional<StoredChannel> find(Db db, ChannelName name) throws SQLException {
    var row = db.first(FIND, ChannelTable::read, name.key());
    return row.isEmpty() ? Optional.empty() : Optional.of(whole(db, row.get()));
  }

  private record Found(long conversation, StoredChannel channel) {}

  private static Found read(ResultSet row) throws SQLException {
    var text = row.getString("topic");
    var topic =
        text == null
            ? null
            : new Topic(
                text, row.getString("topic_by"), Instant.ofEpochMilli(row.getLong("topic_at")));
    var founder = row.getString("founder");
    return new Found(
        row.getLong("id"),
        new StoredChannel(
            ChannelName.trusted(row.getString("shown")),
            ConversationTable.head(row),
            Instant.ofEpochMilli(row.getLong("created")),
            topic,
            flags(row.getString("flags")),
            row.getString("entry_key"),
            row.getInt("member_limit"),
            Map.of(),
            Map.of(),
            founder == null ? null : AccountName.trusted(founder),
            row.getString("description"),
            row.getInt("slow_seconds"),
            List.of(),
            bounds(row),
            Metadata.NONE));
  }

  private static Bounds bounds(ResultSet row) throws SQLException {
    var forward = row.getString("forward_to");
    return new Bounds(
        forward == null ? null : ChannelName.trusted(forward),
        new Quota(row.getInt("join_times"), row.getInt("join_seconds")),
        new Quota(row.getInt("repeat_times"), row.getInt("repeat_seconds")));
  }

  private static StoredChannel whole(Db db, Found found) throws SQLException {
    var channel = found.channel();
    return new StoredChannel(
        channel.name(),
        channel.head(),
        channel.created(),
        channel.topic(),
        channel.flags(),
        channel.key(),
        channel.limit(),
        lists(db, found.conversation()),
        MembershipTable.seats(db, found.conversation()),
        channel.founder(),
        channel.description(),
        channel.slow(),
        JoinRequestTable.find(db, found.conversation()),
        channel.bounds(),
        MetadataTable.ofChannel(db, found.conversation()));
  }

  private record Listing(ListKind kind, ListEntry entry) {}

  private static Map<ListKind, List<ListEntry>> lists(Db db, long conversation)
      throws SQLException {
    var lists = new EnumMap<ListKind, List<ListEntry>>(ListKind.class);
    for (var listing : db.all(LISTS, ChannelTable::listing, conversation)) {
      lists.computeIfAbsent(listing.kind(), _ -> new ArrayList<>()).add(listing.entry());
    }
    lists.replaceAll((_, entries) -> List.copyOf(entries));
    return lists;
  }

  private static Listing listing(ResultSet row) throws SQLException {
    return new Listing(
        ListKind.ofLetter(row.getString(1).charAt(0)).orElseThrow(),
        new ListEntry(
            new Mask(row.getString(2)),
            row.getString(3),
            Instant.ofEpochMilli(row.getLong(4)),
            end(row),
            Objects.requireNonNullElse(row.getString(6), "")));
  }

  private static @Nullable Instant end(ResultSet row) throws SQLException {
    long end = row.getLong(5);
    return row.wasNull() ? null : Instant.ofEpochMilli(end);
  }

  private static String letters(StoredChannel channel) {
    var letters = new StringBuilder();
    channel.flags().stream().sorted().forEach(flag -> letters.append(flag.letter()));
    return letters.toString();
  }

  static EnumSet<Flag> flags(String letters) {
    var flags = EnumSet.noneOf(Flag.class);
    letters.chars().forEach(letter -> Flag.ofLetter((char) letter).ifPresent(flags::add));
    return flags;
  }
}
