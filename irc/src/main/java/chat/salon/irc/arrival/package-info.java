/// How connections come in: through gateways that speak for others, over WebSockets, and with what
/// is said of them elsewhere.
@NullMarked
package chat.salon.irc.arrival;

import org.jspecify.annotations.NullMarked;
