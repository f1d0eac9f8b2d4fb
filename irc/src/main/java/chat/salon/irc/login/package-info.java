/// How a connection becomes somebody, and remains it: from CAP and SASL to QUIT.
@NullMarked
package chat.salon.irc.login;

import org.jspecify.annotations.NullMarked;
