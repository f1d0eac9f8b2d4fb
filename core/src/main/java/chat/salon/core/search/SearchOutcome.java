package chat.salon.core.search;

import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Event.Said;
import chat.salon.core.Refusal;
import chat.salon.core.search.MessageSearch.Mark;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a search. Each door has its own words for it.
public sealed interface SearchOutcome
    permits Malformed,
        SearchOutcome.Hits,
        SearchOutcome.NotNow,
        SearchOutcome.NotThere,
        SearchOutcome.Unavailable {

  /// What was found, as the asker may read it at this moment.
  ///
  /// @param next from where to go on; null when that was all
  /// @param isComplete whether everything was looked at
  record Hits(List<Hit> hits, @Nullable Cursor next, boolean isComplete) implements SearchOutcome {}

  /// One message that was found.
  ///
  /// @param marks where its text has what was searched for
  /// @param before what was said before it; null for nothing, or when it was not asked for
  /// @param after what was said after it; null as well
  record Hit(Said said, List<Mark> marks, @Nullable Event before, @Nullable Event after) {
    /// The conversation in which it was said.
    public ConversationId<?> where() {
      return said.where();
    }
  }

  /// Somebody has searched as often as one may.
  record NotNow(Duration retryAfter) implements SearchOutcome {}

  /// A place that the asker may not read.
  record NotThere(Refusal why) implements SearchOutcome {}

  /// Nothing can be found for the moment; everything else works.
  record Unavailable() implements SearchOutcome {}
}
