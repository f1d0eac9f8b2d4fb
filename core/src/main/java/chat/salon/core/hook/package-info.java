/// Outgoing webhooks: what is said in a channel is posted to addresses outside.
@NullMarked
package chat.salon.core.hook;

import org.jspecify.annotations.NullMarked;
