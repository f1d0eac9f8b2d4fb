/// The frames of talk: saying, reading, typing.
@NullMarked
package chat.salon.web.talk;

import org.jspecify.annotations.NullMarked;
