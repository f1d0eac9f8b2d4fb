/// People talk while what carries them is killed, frozen and cut, and the log of all of it is
/// judged.
@NullMarked
package chat.salon.acceptance.faults;

import org.jspecify.annotations.NullMarked;
