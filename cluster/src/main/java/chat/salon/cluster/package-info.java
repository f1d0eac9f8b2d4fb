/// Several nodes that are one server: who owns what, and carrying requests and events there. The
/// only module that names the engine, Apache Pekko.
@NullMarked
package chat.salon.cluster;

import org.jspecify.annotations.NullMarked;
