package chat.salon.store;

import chat.salon.core.Event;
import chat.salon.core.Event.Reacted;
import chat.salon.core.Event.Said;
import chat.salon.core.Pair;
import chat.salon.core.Person;
import chat.salon.core.port.ActivityInbox.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What others answered to the messages of accounts, written after those messages. Belongs to the
/// writer.
final class ResponseTable {
  private static final String ADD =
      """
      insert into response
        (account_id, event_id, conversation_id, kind, message_id, party, reaction)
      select m.account_id, ?, m.conversation_id, ?, ?, ?, ?
      from message m
      where m.conversation_id = ? and m.id = ? and m.kind <= 2 and m.redacted is null
        and m.account_id is not null and m.account_id <> ?\
      """;

  private static final String TAKE_BACK =
      """
      delete from response
      where conversation_id = ? and message_id = ? and kind = ? and party = ? and reaction = ?\
      """;

  private final AccountIds accounts;
  private final List<Waiting> waiting = new ArrayList<>();

  private record Waiting(Db db, long conversation, Event event) {}

  ResponseTable(AccountIds accounts) {
    this.accounts = accounts;
  }

  /// Takes up the answers of a batch, to be written by [#flush] in this order.
  void add(Db db, long conversation, List<Event> events) {
    for (var event : events) {
      if (event instanceof Reacted || (event instanceof Said said && mayAnswer(said))) {
        waiting.add(new Waiting(db, conversation, event));
      }
    }
  }

  private static boolean mayAnswer(Said said) {
    return !said.tags().isEmpty() && said.isKept() && said.form() != Said.Form.TAGS;
  }

  /// Writes what was taken up since the last time.
  void flush() throws SQLException {
    for (var one : waiting) {
      if (one.event() instanceof Reacted reacted) {
        write(one, reacted);
      } else if (one.event() instanceof Said said) {
        write(one, said);
      }
    }
    waiting.clear();
  }

  /// Drops what was taken up.
  void forget() {
    waiting.clear();
  }

  private void write(Waiting one, Said said) throws SQLException {
    var answered = said.replyTo();
    if (answered.isPresent()) {
      long id = said.stamp().id();
      add(one, new Row(id, Kind.REPLY, id, said.by(), ""), answered.getAsLong());
    }
  }

  private void write(Waiting one, Reacted reacted) throws SQLException {
    long message = reacted.about().id();
    var by = reacted.by();
    var reaction = reacted.reaction();
    if (reacted.on()) {
      add(one, new Row(reacted.stamp().id(), Kind.REACTION, message, by, reaction), message);
    } else {
      one.db()
          .update(
              TAKE_BACK,
              one.conversation(),
              message,
              SqlActivityInbox.number(Kind.REACTION),
              Pair.party(by),
              reaction);
    }
  }

  private record Row(long event, Kind kind, long message, Person by, String reaction) {}

  // Whoever said the message is answered, unless by themselves.
  private void add(Waiting one, Row row, long answered) throws SQLException {
    var account = row.by().account();
    long own = account == null ? 0 : accounts.find(one.db(), account);
    one.db()
        .update(
            ADD,
            row.event(),
            SqlActivityInbox.number(row.kind()),
            row.message(),
            Pair.party(row.by()),
            row.reaction(),
            one.conversation(),
            answered,
            own);
  }
}
