/// The frames about devices that are told what happens while nobody looks, and what those are told.
@NullMarked
package chat.salon.web.push;

import org.jspecify.annotations.NullMarked;
