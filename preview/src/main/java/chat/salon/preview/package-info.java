/// What pages say of themselves: fetched by `outbound`, and read with little memory.
@NullMarked
package chat.salon.preview;

import org.jspecify.annotations.NullMarked;
