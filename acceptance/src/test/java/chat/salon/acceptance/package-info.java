/// Conversations with a running server, and the rules of the architecture.
@NullMarked
package chat.salon.acceptance;

import org.jspecify.annotations.NullMarked;
