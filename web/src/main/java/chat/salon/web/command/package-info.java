/// Slash commands.
@NullMarked
package chat.salon.web.command;

import org.jspecify.annotations.NullMarked;
