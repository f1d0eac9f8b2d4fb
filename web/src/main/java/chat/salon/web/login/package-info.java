/// The frames by which a connection becomes somebody.
@NullMarked
package chat.salon.web.login;

import org.jspecify.annotations.NullMarked;
