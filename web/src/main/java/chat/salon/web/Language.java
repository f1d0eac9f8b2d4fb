package chat.salon.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A language in which the server speaks to people.
public enum Language {
  FRENCH("fr"),
  ENGLISH("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /// As in HTML and in `Accept-Language`.
  public String tag() {
    return tag;
  }

  /// The first of these that the server speaks; French for none.
  ///
  /// @param accepted as in `Accept-Language`, or one tag
  public static Language of(@Nullable String accepted) {
    if (accepted != null) {
      for (var one : accepted.toLowerCase(Locale.ROOT).split(",")) {
        for (var language : values()) {
          if (one.strip().startsWith(language.tag)) {
            return language;
          }
        }
      }
    }
    return FRENCH;
  }
}
