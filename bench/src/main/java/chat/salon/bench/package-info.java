/// The load generator: many clients on one event loop, loads that check every delivery, and
/// reports.
@NullMarked
package chat.salon.bench;

import org.jspecify.annotations.NullMarked;
