/// Telling people who are not looking: who is told of what, and when. How it gets to their devices
/// is behind [chat.salon.core.push.PushService].
@NullMarked
package chat.salon.core.push;

import org.jspecify.annotations.NullMarked;
