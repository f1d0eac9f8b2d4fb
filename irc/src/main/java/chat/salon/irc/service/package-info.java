/// The services, to whom one talks as to people: NickServ.
@NullMarked
package chat.salon.irc.service;

import org.jspecify.annotations.NullMarked;
