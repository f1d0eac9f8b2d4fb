/// The documents of the JSON protocol in the folder `protocol`: read, compared with what is really
/// said, and written as a page. Pure but for the files.
@NullMarked
package chat.salon.acceptance.protocol;

import org.jspecify.annotations.NullMarked;
