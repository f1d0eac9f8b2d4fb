/// Who may be whom: registering, logging in, and what is kept of a password. One path for every
/// door, so that no door has a rule of its own.
@NullMarked
package chat.salon.core.account;

import org.jspecify.annotations.NullMarked;
