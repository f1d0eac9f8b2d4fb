/// Search over what was said: what people may write, what they may find, and what finds it.
@NullMarked
package chat.salon.core.search;

import org.jspecify.annotations.NullMarked;
