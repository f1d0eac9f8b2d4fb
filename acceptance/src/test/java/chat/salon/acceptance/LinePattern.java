package chat.salon.acceptance;

import chat.salon.wire.Line;
import chat.salon.wire.Parsed;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a line is expected to be, written as one. `…` stands for any text within a word or within
/// the last parameter; a source without `!` for whoever has that nick; tags for tags that have to
/// be there among others. No source means any source, and whether the last parameter bears a colon
/// makes no difference.
record LinePattern(String text, Line line) {
  private static final String ANYTHING = "…";

  static LinePattern of(String text) {
    if (Line.parse(text) instanceof Parsed.Ok(var line)) {
      return new LinePattern(text, line);
    }
    throw new IllegalArgumentException("not a line: " + text);
  }

  boolean matches(Line heard) {
    return isLike(line.command(), heard.command())
        && sourceMatches(heard)
        && paramsMatch(heard)
        && tagsMatch(heard);
  }

  private boolean sourceMatches(Line heard) {
    var wanted = line.source();
    if (wanted == null) {
      return true;
    }
    var source = heard.source() == null ? "" : heard.source();
    return isLike(wanted, source)
        || (wanted.indexOf('!') < 0
            && source.indexOf('!') > 0
            && isLike(wanted, source.substring(0, source.indexOf('!'))));
  }

  private boolean paramsMatch(Line heard) {
    if (heard.size() != line.size()) {
      return false;
    }
    for (int i = 0; i < line.size(); i++) {
      if (!isLike(line.param(i), heard.param(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean tagsMatch(Line heard) {
    for (var tag : line.tags().entries()) {
      var value = heard.tags().get(tag.getKey());
      if (value == null || !isLike(tag.getValue(), value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLike(String wanted, String text) {
    if (!wanted.contains(ANYTHING)) {
      return wanted.equals(text);
    }
    var regex =
        Stream.of(wanted.split(ANYTHING, -1))
            .map(java.util.regex.Pattern::quote)
            .collect(Collectors.joining(".*"));
    return text.matches(regex);
  }

  @Override
  public String toString() {
    return text;
  }
}
