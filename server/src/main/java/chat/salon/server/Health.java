package chat.salon.server;

import java.util.List;

/// A part of the server that knows how it is.
interface Health {

  /// What is wrong with it now; empty when all is well. May try something out, but waits for a
  /// bounded time only. Any thread.
  List<Trouble> troubles();
}
