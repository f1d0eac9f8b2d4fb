package chat.salon.fuzz;

import chat.salon.wire.Line;
import chat.salon.wire.Tags;
import java.util.List;

/// The encoder on any fields, `source|command|key|value|parameter|…`, an empty source or key for
/// none: what is legal becomes one line that is read back the same, what is not is refused.
public final class EncoderTarget {
  private EncoderTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    var fields = Texts.parts(input, "\\|");
    if (fields.size() < 4) return;
    var key = fields.get(2);
    var params = fields.subList(4, fields.size());
    var source = fields.get(0).isEmpty() ? null : fields.get(0);
    Line line;
    try {
      var tags = key.isEmpty() ? Tags.EMPTY : Tags.of(key, fields.get(3));
      line = new Line(tags, source, fields.get(1), params);
    } catch (IllegalArgumentException _) {
      Check.that(!isWord(key) || key.indexOf(';') >= 0 || key.indexOf('=') >= 0, "legal key");
      return;
    }
    Check.that(!Check.breaksLine(line.toString()), "breaks a log");
    boolean isLegalBody =
        (source == null || isWord(source))
            && isMiddle(line.command())
            && line.command().charAt(0) != '@'
            && areParams(params);
    written(line, isLegalBody, isLegalBody && line.tags().toString().indexOf('\0') < 0);
  }

  private static void written(Line line, boolean isLegalBody, boolean isLegal) {
    try {
      Check.oneLine(line.body());
      Check.that(isLegalBody, "illegal, and written without its tags");
    } catch (IllegalArgumentException _) {
      Check.that(!isLegalBody, "legal, and refused without its tags");
    }
    try {
      var back = Check.readBack(line.bytes());
      Check.that(isLegal, "illegal, and written");
      if (Check.isWhole(line.toString())) Check.same(line, back, "read back");
      Check.oneLine(line.bytes(100));
    } catch (IllegalArgumentException _) {
      Check.that(!isLegal, "legal, and refused");
    }
  }

  private static boolean areParams(List<String> params) {
    return params.isEmpty()
        || (params.subList(0, params.size() - 1).stream().allMatch(EncoderTarget::isMiddle)
            && !Check.breaksLine(params.getLast()));
  }

  private static boolean isMiddle(String text) {
    return isWord(text) && text.charAt(0) != ':';
  }

  private static boolean isWord(String text) {
    return !text.isEmpty() && text.indexOf(' ') < 0 && !Check.breaksLine(text);
  }
}
