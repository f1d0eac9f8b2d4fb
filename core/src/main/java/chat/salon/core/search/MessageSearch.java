package chat.salon.core.search;

import chat.salon.core.ConversationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Port: finds messages by what was said. It follows the log a moment behind, so what it finds is
/// to be read from the log before it is shown. Any thread but an event loop; methods may wait for
/// the disk and throw [chat.salon.core.StoreException].
public interface MessageSearch {

  /// Finds messages.
  Found find(Wanted wanted);

  /// Where a text has what is searched for, in order, none over another.
  List<Mark> marks(Query query, String text);

  /// In which order hits come.
  enum Order {
    NEWEST,
    OLDEST,
    /// Those that fit best.
    BEST
  }

  /// What is to be found.
  ///
  /// @param after where the last answer ended; null for the first
  /// @param limit at most so many
  record Wanted(Query query, Reach reach, Order order, @Nullable Cursor after, int limit) {}

  /// What was found.
  ///
  /// @param hasMore whether there are more behind them
  /// @param isComplete whether everything was looked at: not while the log is still being indexed,
  ///   when it cannot be, or when the time was up
  record Found(List<Match> matches, boolean hasMore, boolean isComplete) {}

  /// A message that was found.
  record Match(ConversationId<?> where, long id, float score) {}

  /// A part of a text, in chars.
  record Mark(int start, int length) {}
}
