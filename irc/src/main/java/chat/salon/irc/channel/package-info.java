/// The commands of channels and of talk: who comes and goes, what is said, and what was.
@NullMarked
package chat.salon.irc.channel;

import org.jspecify.annotations.NullMarked;
