/// The frames about people.
@NullMarked
package chat.salon.web.people;

import org.jspecify.annotations.NullMarked;
