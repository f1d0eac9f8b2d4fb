/// Previews of the pages that people link to: who has them fetched, when, and how often.
@NullMarked
package chat.salon.core.preview;

import org.jspecify.annotations.NullMarked;
