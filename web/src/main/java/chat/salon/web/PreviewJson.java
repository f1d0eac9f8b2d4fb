package chat.salon.web;

import chat.salon.core.Preview;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/// How previews look in frames. Pure.
final class PreviewJson {
  private PreviewJson() {}

  static ArrayNode of(List<Preview> previews) {
    var list = Json.object().arrayNode();
    for (var preview : previews) {
      list.addObject()
          .put("url", preview.url())
          .put("site", preview.site())
          .put("title", preview.title())
          .put("description", preview.description());
    }
    return list;
  }
}
