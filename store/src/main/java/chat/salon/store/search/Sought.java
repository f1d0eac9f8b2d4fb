package chat.salon.store.search;

import chat.salon.core.search.Clause;
import chat.salon.core.search.Criterion;
import chat.salon.core.search.Criterion.Phrase;
import chat.salon.core.search.Criterion.Prefix;
import chat.salon.store.search.Words.Word;
import java.util.List;

/// Words that are looked for: one in any form, or several that follow each other as written.
///
/// @param isPrefix whether the last of them is the beginning of one
/// @param isExact whether only the word itself is meant
record Sought(List<Word> words, boolean isPrefix, boolean isExact) {

  /// Of a criterion about the text; without words when it says none.
  static Sought of(Criterion what) {
    return switch (what) {
      case Criterion.Word(var text) -> of(Words.of(text), false, false);
      case Prefix(var text) -> of(Words.of(text), true, true);
      case Phrase(var text) -> of(Words.of(text), false, true);
      default -> throw new IllegalArgumentException("not about the text: " + what);
    };
  }

  private static Sought of(List<Word> words, boolean isPrefix, boolean isExact) {
    return new Sought(words, isPrefix, isExact || words.size() > 1);
  }

  /// Those that a text has to have.
  static List<Sought> positive(List<Clause> clauses) {
    return clauses.stream()
        .filter(clause -> !clause.isExcluded() && clause.what().isText())
        .map(clause -> of(clause.what()))
        .filter(sought -> !sought.words().isEmpty())
        .toList();
  }

  /// Whether they stand in a text from its word of this number on.
  boolean isAt(List<Word> text, int from) {
    if (from + words.size() > text.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!isMet(words.get(i), text.get(from + i), i == words.size() - 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean isMet(Word sought, Word word, boolean isLast) {
    if (isPrefix && isLast) {
      return word.plain().startsWith(sought.plain());
    }
    return isExact ? word.plain().equals(sought.plain()) : word.stem().equals(sought.stem());
  }
}
