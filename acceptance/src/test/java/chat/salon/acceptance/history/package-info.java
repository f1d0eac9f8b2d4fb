/// What became of a run: a log of what was sent, heard and kept, and whether that could have been a
/// correct server. Knows no sockets and no server.
@NullMarked
package chat.salon.acceptance.history;

import org.jspecify.annotations.NullMarked;
