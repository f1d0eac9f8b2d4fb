package chat.salon.core.preview;

import chat.salon.core.Preview;
import java.time.Instant;
import java.util.Optional;

/// Port: what was found out about pages, for everybody, on disk. Methods may wait for the disk and
/// throw [chat.salon.core.StoreException].
public interface PreviewCache {

  /// What is known of a page.
  ///
  /// @param preview empty when it had nothing to show
  record Known(Optional<Preview> preview, Instant at) {}

  /// What is known of the page of a link; empty for nothing.
  Optional<Known> find(String url);

  /// Remembers what a page says, or that it says nothing.
  void put(String url, Optional<Preview> preview, Instant at);

  /// Forgets what is older than a moment, and of the rest the oldest beyond so many.
  void sweep(Instant before, int most);
}
