/// Questions about people and about the server, and what people say of themselves.
@NullMarked
package chat.salon.irc.query;

import org.jspecify.annotations.NullMarked;
