/// What the core needs from the store and from other nodes.
@NullMarked
package chat.salon.core.port;

import org.jspecify.annotations.NullMarked;
