/// What people ask of conversations, and the rules of who may.
@NullMarked
package chat.salon.core.request;

import org.jspecify.annotations.NullMarked;
