package chat.salon.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.Refusal.TooLong;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Texts and numbers from clients, held to their bounds.
public final class Texts {
  private Texts() {}

  /// Goes on with a text that is short enough.
  ///
  /// @param what the field that it stands in
  /// @param most bytes of UTF-8
  public static Answer fitting(String what, String text, int most, Function<String, Answer> then) {
    return text.getBytes(UTF_8).length > most
        ? Answer.no(Refusals.of(new TooLong(what, most)).at(what))
        : then.apply(text);
  }

  /// A number, or the nearest that is allowed.
  public static int within(int number, int least, int most) {
    return Math.max(least, Math.min(most, number));
  }

  /// As texts are compared in searches: without accents, in small letters.
  public static String folded(String text) {
    var parts = Normalizer.normalize(text, Normalizer.Form.NFD);
    return MARKS.matcher(parts).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
}
