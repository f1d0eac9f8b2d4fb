package chat.salon.web.http;

import chat.salon.web.Language;
import chat.salon.web.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What a request to the HTTP API gets.
///
/// @param cookie to be set; null for none
record Reply(int status, ObjectNode body, @Nullable String cookie) {
  static Reply of(int status, ObjectNode body) {
    return new Reply(status, body, null);
  }

  static Reply of(Problem why, Language language) {
    return of(why.status(), why.json(language));
  }

  Reply with(String itsCookie) {
    return new Reply(status, body, itsCookie);
  }
}
