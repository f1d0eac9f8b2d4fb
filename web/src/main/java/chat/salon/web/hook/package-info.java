/// Outgoing webhooks: what is said in channels is posted to addresses outside, a moment later, and
/// what they answer is said by their bots.
@NullMarked
package chat.salon.web.hook;

import org.jspecify.annotations.NullMarked;
