/// The one way by which this server connects to addresses that people name.
@NullMarked
package chat.salon.outbound;

import org.jspecify.annotations.NullMarked;
