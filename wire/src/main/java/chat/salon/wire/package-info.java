/// IRC grammar: lines, tags, masks, casemapping and ISUPPORT as pure functions.
@NullMarked
package chat.salon.wire;

import org.jspecify.annotations.NullMarked;
