package chat.salon.web;

import chat.salon.core.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What only the sender of a frame gets.
public sealed interface Answer {
  /// It was done.
  ///
  /// @param more what there is to tell
  record Ok(ObjectNode more) implements Answer {}

  /// It was not.
  record No(Problem why) implements Answer {}

  /// It was done, and there is nothing to tell.
  static Answer done() {
    return new Ok(Json.object());
  }

  /// It was done, with this to tell.
  static Answer ok(ObjectNode more) {
    return new Ok(more);
  }

  /// It was refused by the chat.
  static Answer no(Refusal why) {
    return new No(Refusals.of(why));
  }

  /// It was refused.
  static Answer no(Problem why) {
    return new No(why);
  }

  /// As the sender gets it.
  ///
  /// @param id of the frame; null for none
  default ObjectNode json(@Nullable String id, Language language) {
    var node = Json.object();
    if (id != null) {
      node.put("id", id);
    }
    return switch (this) {
      case Ok(var more) -> {
        node.put("ok", true);
        node.setAll(more);
        yield node;
      }
      case No(var why) -> {
        node.setAll(why.json(language));
        yield node;
      }
    };
  }
}
