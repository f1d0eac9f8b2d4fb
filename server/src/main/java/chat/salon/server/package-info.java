/// The program: reads the configuration, builds the parts by hand, starts, drains and stops.
@NullMarked
package chat.salon.server;

import org.jspecify.annotations.NullMarked;
