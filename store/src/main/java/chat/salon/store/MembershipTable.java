package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.Event;
import chat.salon.core.Event.ActivityChanged;
import chat.salon.core.Event.Added;
import chat.salon.core.Event.Attached;
import chat.salon.core.Event.Described;
import chat.salon.core.Event.Detached;
import chat.salon.core.Event.Invited;
import chat.salon.core.Event.JoinAnswered;
import chat.salon.core.Event.JoinAsked;
import chat.salon.core.Event.JoinWithdrawn;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Kicked;
import chat.salon.core.Event.Later;
import chat.salon.core.Event.Left;
import chat.salon.core.Event.MarkedRead;
import chat.salon.core.Event.MetadataSet;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Event.Moved;
import chat.salon.core.Event.PersonChanged;
import chat.salon.core.Event.Quit;
import chat.salon.core.Event.Renamed;
import chat.salon.core.Event.Returned;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.SettingsChanged;
import chat.salon.core.Event.Sighted;
import chat.salon.core.Event.Split;
import chat.salon.core.Event.TopicSet;
import chat.salon.core.Flag;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.Person;
import chat.salon.core.Ranks;
import chat.salon.core.Stamp;
import chat.salon.core.port.Batch;
import chat.salon.core.port.StoredChannel;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which accounts belong to which channels, and since when they may read them. One row for each
/// account that ever came; it is never taken away.
final class MembershipTable {
  private static final String RETURN =
      """
      update membership set ranks = ?, since = case when ended is null then since else ? end,
        ended = null
      where conversation_id = ? and account_id = ?\
      """;

  // Of a group, where the account reads from there on and nothing from before.
  private static final String RETURN_TO_GROUP =
      """
      update membership set ranks = ?, since = case when ended is null then since else ? end,
        opened_id = case when ended is null then opened_id else ? end, ended = null
      where conversation_id = ? and account_id = ?\
      """;

  private static final String ADD =
      """
      insert into membership (ranks, since, conversation_id, account_id, opened_id)
      values (?, ?, ?, ?, ?)\
      """;

  private static final String RANK =
      """
      update membership set ranks = ?
      where conversation_id = ? and account_id = ? and ended is null\
      """;

  private static final String END =
      """
      update membership set ended = ?
      where conversation_id = ? and account_id = ? and ended is null\
      """;

  private static final String END_ALL =
      """
      update membership set ended = ? where conversation_id = ? and ended is null\
      """;

  private static final String SEATS =
      """
      select a.name, m.ranks from membership m join account a on a.id = m.account_id
      where m.conversation_id = ? and m.ended is null\
      """;

  private final AccountIds accounts;

  MembershipTable(AccountIds accounts) {
    this.accounts = accounts;
  }

  /// What a batch tells of one account.
  ///
  /// @param came its last arrival; null when it was here before
  private record Touched(Stamp last, @Nullable Stamp came) {}

  /// Makes the memberships of a channel what they are after a batch.
  void write(Db db, long conversation, Batch batch, StoredChannel after) throws SQLException {
    var touched = touched(batch);
    var opening =
        batch.events().stream()
            .filter(e -> e instanceof Joined joined && ChannelTable.isOpening(joined, batch))
            .findFirst();
    if (opening.isPresent()) {
      // Those who had been here before everybody left and the channel was opened anew.
      db.update(END_ALL, millis(opening.get().stamp()), conversation);
    }
    for (var one : touched.entrySet()) {
      long account = accounts.find(db, one.getKey());
      if (account != 0) {
        var seat = after.seats().get(one.getKey());
        // Who came before the channel was opened anew in the same batch reads from when it came.
        long from = after.name().isGroup() ? Long.MAX_VALUE : batch.head().opened();
        write(db, conversation, account, one.getValue(), seat, from);
      }
    }
    if (batch.events().stream().anyMatch(MembershipTable::isDrop)) {
      endAbsent(db, conversation, batch, after);
    }
    if (!batch.head().isOpen()) {
      db.update(END_ALL, millis(batch.events().getLast().stamp()), conversation);
    }
  }

  private static boolean isDrop(Event event) {
    return event instanceof ModesChanged modes
        && modes.changes().contains(new Flagged(Flag.REGISTERED, false));
  }

  // Who is away belongs to a channel only while it is registered.
  private void endAbsent(Db db, long conversation, Batch batch, StoredChannel after)
      throws SQLException {
    for (var account : seats(db, conversation).keySet()) {
      if (!after.seats().containsKey(account)) {
        long ended = millis(batch.events().getLast().stamp());
        db.update(END, ended, conversation, accounts.find(db, account));
      }
    }
  }

  private static void write(
      Db db, long conversation, long account, Touched touched, @Nullable Ranks seat, long from)
      throws SQLException {
    var came = touched.came();
    var letters = seat == null ? "" : seat.letters();
    if (came != null) {
      come(db, conversation, account, came, letters, from);
    } else if (seat != null) {
      db.update(RANK, letters, conversation, account);
    }
    if (seat == null) {
      db.update(END, millis(touched.last()), conversation, account);
    }
  }

  private static void come(
      Db db, long conversation, long account, Stamp came, String letters, long from)
      throws SQLException {
    int returned =
        from == Long.MAX_VALUE
            ? db.update(RETURN_TO_GROUP, letters, millis(came), came.id(), conversation, account)
            : db.update(RETURN, letters, millis(came), conversation, account);
    if (returned == 0) {
      db.update(ADD, letters, millis(came), conversation, account, Math.min(from, came.id()));
    }
  }

  private static Map<AccountName, Touched> touched(Batch batch) {
    var touched = new LinkedHashMap<AccountName, Touched>();
    for (var event : batch.events()) {
      switch (event) {
        case Joined joined -> touch(touched, joined.who(), joined, true);
        case Added added -> touch(touched, added.who(), added, true);
        case Left left -> touch(touched, left.who(), left, false);
        case Kicked kicked -> touch(touched, kicked.who(), kicked, false);
        case Quit quit -> touch(touched, quit.who(), quit, false);
        // Who is let in belongs to it though they are not connected.
        case JoinAnswered answered -> {
          if (answered.answer().accepted()) {
            touch(touched, answered.who(), answered, true);
          }
        }
        case PersonChanged changed -> {
          touch(touched, changed.before(), changed, false);
          touch(touched, changed.after(), changed, isLogin(changed));
        }
        case ModesChanged modes -> {
          for (var change : modes.changes()) {
            if (change instanceof Ranked ranked) {
              touch(touched, ranked.account(), modes, false);
            }
          }
        }
        case Said _,
            Later _,
            TopicSet _,
            Described _,
            MetadataSet _,
            Invited _,
            Attached _,
            Sighted _,
            Split _,
            Returned _,
            Renamed _,
            Moved _,
            Detached _,
            JoinAsked _,
            JoinWithdrawn _,
            MarkedRead _,
            ActivityChanged _,
            SettingsChanged _ -> {}
      }
    }
    return touched;
  }

  private static boolean isLogin(PersonChanged changed) {
    var account = changed.after().account();
    return account != null && !account.equals(changed.before().account());
  }

  private static void touch(
      Map<AccountName, Touched> touched, Person who, Event event, boolean comes) {
    touch(touched, who.account(), event, comes);
  }

  private static void touch(
      Map<AccountName, Touched> touched,
      @Nullable AccountName account,
      Event event,
      boolean comes) {
    if (account != null) {
      touched.merge(
          account,
          new Touched(event.stamp(), comes ? event.stamp() : null),
          (before, now) -> new Touched(now.last(), comes ? now.came() : before.came()));
    }
  }

  private static long millis(Stamp stamp) {
    return stamp.time().toEpochMilli();
  }

  /// The accounts whose membership has not ended.
  static Map<AccountName, Ranks> seats(Db db, long conversation) throws SQLException {
    var seats = new HashMap<AccountName, Ranks>();
    for (var seat :
        db.all(
            SEATS,
            row ->
                Map.entry(AccountName.trusted(row.getString(1)), Ranks.ofLetters(row.getString(2))),
            conversation)) {
      seats.put(seat.getKey(), seat.getValue());
    }
    return seats;
  }
}
