/// The HTTP API and the files of the web app.
@NullMarked
package chat.salon.web.http;

import org.jspecify.annotations.NullMarked;
