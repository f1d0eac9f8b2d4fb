/// What the tests of several modules need: database servers of their own, and a network that fails
/// when it is told to. In no server.
@NullMarked
package chat.salon.testing;

import org.jspecify.annotations.NullMarked;
