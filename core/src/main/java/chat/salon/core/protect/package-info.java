/// What keeps the server in order: bans from all of it, filters of spam, how tightly it is shut,
/// what operators decree on every node, and the record of what they did. Plain data and the port to
/// the store; [chat.salon.core.Protection] goes by it.
@NullMarked
package chat.salon.core.protect;

import org.jspecify.annotations.NullMarked;
