/// The index of what was said, in Lucene: what goes in, how it is asked. It knows nothing of SQL.
@NullMarked
package chat.salon.store.search;

import org.jspecify.annotations.NullMarked;
