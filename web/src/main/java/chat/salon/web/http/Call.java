package chat.salon.web.http;

import chat.salon.web.Sockets.Known;
import chat.salon.web.WebDoor;
import chat.salon.web.WebSession.Client;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A request to the HTTP API, read.
///
/// @param params of the path
/// @param query the first of each name
/// @param body empty where there was none
/// @param key by which it is known when it is asked again; null for none
record Call(
    WebDoor door,
    Client client,
    Map<String, String> params,
    Map<String, String> query,
    ObjectNode body,
    Optional<Credential> credential,
    @Nullable String key) {

  String param(String name) {
    return params.getOrDefault(name, "");
  }

  /// A channel's name in a path, where its `#` may be left out.
  String channel() {
    var name = param("channel");
    return name.startsWith("#") ? name : "#" + name;
  }

  Optional<String> asked(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /// The body with a field under another name.
  ObjectNode renamed(String from, String to) {
    var frame = body.deepCopy();
    var value = frame.remove(from);
    if (value != null) {
      frame.set(to, value);
    }
    return frame;
  }

  /// Says in a frame how many are wanted; what is no number is the frame's to refuse.
  ObjectNode limited(ObjectNode frame) {
    asked("limit")
        .ifPresent(text -> {
          if (text.matches("-?[0-9]{1,9}")) {
            frame.put("limit", Integer.parseInt(text));
          } else {
            frame.put("limit", text);
          }
        });
    return frame;
  }

  Optional<Known> known() {
    return credential.flatMap(one -> one.known(door, client.address()));
  }
}
