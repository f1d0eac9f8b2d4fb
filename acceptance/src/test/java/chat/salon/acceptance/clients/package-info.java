/// Conversations with the clients that people use.
@NullMarked
package chat.salon.acceptance.clients;

import org.jspecify.annotations.NullMarked;
