/// What belongs to one account of all that was said: reading it out, and deleting it.
@NullMarked
package chat.salon.core.personal;

import org.jspecify.annotations.NullMarked;
