/// The chat: decides what happens, and names the ports that it needs. JDK only.
@NullMarked
package chat.salon.core;

import org.jspecify.annotations.NullMarked;
