/// SQL: one class per port of core, statements in sight, and the migrations.
@NullMarked
package chat.salon.store;

import org.jspecify.annotations.NullMarked;
