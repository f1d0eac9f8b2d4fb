/// The web door: connections, sessions, what all frames have in common, how events look as JSON.
@NullMarked
package chat.salon.web;

import org.jspecify.annotations.NullMarked;
