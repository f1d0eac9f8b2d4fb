/// Measures the parts of Salon by themselves. Nothing depends on it, and it is in no server.
@NullMarked
package chat.salon.measure;

import org.jspecify.annotations.NullMarked;
