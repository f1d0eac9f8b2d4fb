package chat.salon.core.search;

import java.time.Instant;

/// Something that a message has, or has not. Plain data.
public sealed interface Criterion {
  /// A word, in any of its forms.
  record Word(String text) implements Criterion {}

  /// A word that begins so.
  record Prefix(String text) implements Criterion {}

  /// Words that follow each other, as they are written.
  record Phrase(String text) implements Criterion {}

  /// Who said it.
  ///
  /// @param name an account or a nick
  record From(String name) implements Criterion {}

  /// Where it was said.
  ///
  /// @param place `#tea`, or a nick with or without an `@`
  record In(String place) implements Criterion {}

  /// What is in it, or on it.
  record Has(Feature feature) implements Criterion {}

  /// Said at this moment or later.
  record Since(Instant moment) implements Criterion {}

  /// Said before this moment.
  record Until(Instant moment) implements Criterion {}

  /// What may be in a message or on it.
  enum Feature {
    LINK,
    REACTION
  }

  /// Whether it is about the text.
  default boolean isText() {
    return this instanceof Word || this instanceof Prefix || this instanceof Phrase;
  }
}
