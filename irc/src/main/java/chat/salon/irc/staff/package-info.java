/// The commands of operators: becoming one, and what only staff may do. One file each.
@NullMarked
package chat.salon.irc.staff;

import org.jspecify.annotations.NullMarked;
