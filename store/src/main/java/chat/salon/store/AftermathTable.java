package chat.salon.store;

import chat.salon.core.Event;
import chat.salon.core.Event.About;
import chat.salon.core.Event.Edited;
import chat.salon.core.Event.Later;
import chat.salon.core.Event.Pinned;
import chat.salon.core.Event.Previewed;
import chat.salon.core.Event.Reacted;
import chat.salon.core.Event.Redacted;
import chat.salon.core.Pair;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What becomes of messages that were said: their rows change, after those of the events that say
/// so were added. Belongs to the writer.
final class AftermathTable {
  private static final String KEEP =
      """
      insert into edit (conversation_id, message_id, edit_id, former)
      select conversation_id, id, ?, body from message where conversation_id = ? and id = ?\
      """;

  private static final String EDIT =
      """
      update message set body = ?, edited = ? where conversation_id = ? and id = ?\
      """;

  private static final String REDACT =
      """
      update message set body = '', details = null, redacted = ?
      where conversation_id = ? and id = ?\
      """;

  private static final String REDACT_EDITS =
      """
      update message set body = ''
      where conversation_id = ? and id in
        (select e.edit_id from edit e where e.conversation_id = ? and e.message_id = ?)\
      """;

  private static final String DROP_EDITS =
      """
      delete from edit where conversation_id = ? and message_id = ?\
      """;

  private static final String DROP_REACTIONS =
      """
      delete from reaction where conversation_id = ? and message_id = ?\
      """;

  private static final String REACT =
      """
      insert into reaction (conversation_id, message_id, reaction, party, nick, reaction_id)
      values (?, ?, ?, ?, ?, ?)\
      """;

  private static final String UNREACT =
      """
      delete from reaction
      where conversation_id = ? and message_id = ? and reaction = ? and party = ?\
      """;

  private static final String PIN =
      """
      insert into pin (conversation_id, message_id, nick, pin_id) values (?, ?, ?, ?)\
      """;

  private static final String DROP_SAVED =
      """
      delete from saved_message where conversation_id = ? and message_id = ?\
      """;

  private static final String PREVIEW =
      """
      insert into message_preview (conversation_id, message_id, content) values (?, ?, ?)\
      """;

  private static final String DROP_PREVIEW =
      """
      delete from message_preview where conversation_id = ? and message_id = ?\
      """;

  private static final String UNPIN =
      """
      delete from pin where conversation_id = ? and message_id = ?\
      """;

  private final List<Waiting> waiting = new ArrayList<>();

  private record Waiting(Db db, long conversation, Later later) {}

  /// Takes up what became of messages, to be written by [#flush] in this order.
  void add(Db db, long conversation, List<Event> events) {
    for (var event : events) {
      if (event instanceof Later later) {
        waiting.add(new Waiting(db, conversation, later));
      }
    }
  }

  /// Writes what was taken up since the last time.
  void flush() throws SQLException {
    for (var one : waiting) {
      write(one.db(), one.conversation(), one.later());
    }
    waiting.clear();
  }

  /// Drops what was taken up.
  void forget() {
    waiting.clear();
  }

  private static void write(Db db, long conversation, Later later) throws SQLException {
    long id = later.stamp().id();
    switch (later) {
      case Edited(_, _, _, About(var message, _, _), var text) -> {
        db.update(KEEP, id, conversation, message);
        db.update(EDIT, text, id, conversation, message);
      }
      case Redacted(_, _, _, About(var message, _, _), _) -> {
        db.update(REDACT, id, conversation, message);
        db.update(REDACT_EDITS, conversation, conversation, message);
        db.update(DROP_EDITS, conversation, message);
        db.update(DROP_REACTIONS, conversation, message);
        db.update(UNPIN, conversation, message);
        db.update(DROP_SAVED, conversation, message);
        db.update(DROP_PREVIEW, conversation, message);
      }
      case Reacted(_, _, var by, About(var message, _, _), var reaction, var on) -> {
        var party = Pair.party(by);
        if (on) {
          db.update(REACT, conversation, message, reaction, party, by.nick().shown(), id);
        } else {
          db.update(UNREACT, conversation, message, reaction, party);
        }
      }
      case Previewed(_, _, _, About(var message, _, _), var previews) -> {
        db.update(DROP_PREVIEW, conversation, message);
        db.update(PREVIEW, conversation, message, PreviewText.write(previews));
      }
      case Pinned(_, _, var by, About(var message, _, _), var on) -> {
        if (on) {
          db.update(PIN, conversation, message, by.nick().shown(), id);
        } else {
          db.update(UNPIN, conversation, message);
        }
      }
    }
  }
}
