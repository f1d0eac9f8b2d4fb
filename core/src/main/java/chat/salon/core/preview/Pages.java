package chat.salon.core.preview;

import chat.salon.core.Preview;
import java.util.Optional;

/// Port: the pages out there. Bounded in every way, and never where strangers may not make this
/// server go. May wait, in native code too: never called on a virtual thread.
public interface Pages extends AutoCloseable {

  /// What the page of a link says of itself; empty when there is none, or it says nothing.
  Optional<Preview> read(String url);

  @Override
  void close();
}
