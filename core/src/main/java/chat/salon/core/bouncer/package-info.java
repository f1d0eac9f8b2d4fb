/// What lasts of people while they are not connected: who stays, since when, and what they missed.
@NullMarked
package chat.salon.core.bouncer;

import org.jspecify.annotations.NullMarked;
