/// The IRC door: sessions, one file per command, and how events and refusals look as lines.
@NullMarked
package chat.salon.irc;

import org.jspecify.annotations.NullMarked;
