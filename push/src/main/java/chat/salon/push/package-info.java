/// Web Push (RFC 8030, 8291, 8292): encrypts what devices are told, and hands it to their push
/// services.
@NullMarked
package chat.salon.push;

import org.jspecify.annotations.NullMarked;
