/// The frames of channels.
@NullMarked
package chat.salon.web.channel;

import org.jspecify.annotations.NullMarked;
