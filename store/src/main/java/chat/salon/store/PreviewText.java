package chat.salon.store;

import chat.salon.core.Preview;
import chat.salon.core.Previews;
import chat.salon.core.StoreException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Previews as JSON in a column. Pure.
final class PreviewText {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Preview>> LIST = new TypeReference<>() {};

  private PreviewText() {}

  static String write(Previews previews) {
    return previews.areHidden() ? "" : JSON.writeValueAsString(previews.shown());
  }

  static Previews read(String text) {
    return text.isEmpty() ? Previews.HIDDEN : Previews.of(list(text));
  }

  static String write(Optional<Preview> page) {
    return page.map(preview -> JSON.writeValueAsString(List.of(preview))).orElse("");
  }

  static Optional<Preview> page(String text) {
    return text.isEmpty() ? Optional.empty() : list(text).stream().findFirst();
  }

  private static List<Preview> list(String text) {
    try {
      return JSON.readValue(text, LIST);
    } catch (JacksonException e) {
      throw new StoreException("A preview in the store cannot be read.", e);
    }
  }
}
