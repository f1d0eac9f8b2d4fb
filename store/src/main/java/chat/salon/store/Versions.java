package chat.salon.store;

import chat.salon.core.Aftermath;
import chat.salon.core.Event.Said;
import chat.salon.core.Previews;
import chat.salon.core.Stamps;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The texts that a message had. Reads only.
final class Versions {
  private static final String FORMER =
      """
      select edit_id, former from edit
      where conversation_id = (select id from conversation where name_key = ?) and message_id = ?
      order by edit_id\
      """;

  private Versions() {}

  private record Former(long until, String text) {}

  /// A message as it was and as it is, oldest first.
  static List<Said> of(Db db, Said said) throws SQLException {
    var versions = new ArrayList<Said>();
    Instant since = null;
    for (var former : former(db, said)) {
      versions.add(version(said, former.text(), since));
      since = Stamps.time(former.until());
    }
    versions.add(said.aftermath().isRedacted() ? said : version(said, said.text(), since));
    return List.copyOf(versions);
  }

  private static List<Former> former(Db db, Said said) throws SQLException {
    return db.all(
        FORMER,
        row -> new Former(row.getLong(1), MessageTable.text(row, 2)),
        said.where().key(),
        said.stamp().id());
  }

  private static Said version(Said said, String text, @Nullable Instant since) {
    return said.with(text, new Aftermath(since, false, Map.of(), Previews.NONE));
  }
}
