package chat.salon.core;

import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;

/// The name shown on channels. Two nicks are the same when their folded forms are.
///
/// @param shown as its owner writes it
/// @param folded as it is compared
public record Nick(String shown, String folded) implements Comparable<Nick> {
  /// Names that belong to the services of every Salon.
  public static final Set<String> SERVICES =
      Set.of("nickserv", "chanserv", "histserv", "hostserv", "salon");

  private static final int LONGEST = 64;
  private static final String NEVER = " ,*?!@./";
  private static final String NEVER_FIRST = "$:#&~%+-=0123456789";
  // Letters of Latin-1 and Latin Extended-A that pass for another letter or are no letter at all.
  private static final String LOOKALIKES = "\u00d7\u00f7\u0131\u0138\u0149\u017f";

  /// A nick, or empty when the text breaks a rule: 1 to 64 characters, none of space `,*?!@./` or a
  /// control character, no leading `$:#&~%+-=` or digit, no `:` in second place (`a:lea` is a
  /// [Mask] of an account), no service name; beyond ASCII only the accented Latin letters,
  /// composed, so that no two scripts can imitate each other; or what [CaseMapping#PRECIS] allows.
  public static Optional<Nick> parse(String text) {
    if (text.isEmpty()
        || text.length() > LONGEST
        || NEVER_FIRST.indexOf(text.charAt(0)) >= 0
        || text.indexOf(':') == 1
        || !isWritten(text)) {
      return Optional.empty();
    }
    var folded = Fold.name(text);
    return SERVICES.contains(folded) ? Optional.empty() : Optional.of(new Nick(text, folded));
  }

  /// A nick from a place that has checked it already: the log, another node.
  public static Nick trusted(String shown) {
    return new Nick(shown, Fold.name(shown));
  }

  private static boolean isWritten(String text) {
    boolean isAscii = true;
    boolean isPrecis = Fold.mapping() == CaseMapping.PRECIS;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(isPrecis && c >= 0x80) && !mayContain(c)) {
        return false;
      }
      isAscii &= c < 0x80;
    }
    return isAscii
        || (isPrecis ? Precis.isWritten(text) : Normalizer.isNormalized(text, Normalizer.Form.NFC));
  }

  private static boolean mayContain(char c) {
    if (c < 0x80) {
      return c > 0x20 && c < 0x7f && NEVER.indexOf(c) < 0;
    }
    return c >= 0xc0 && c <= 0x17f && LOOKALIKES.indexOf(c) < 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Nick nick && nick.folded.equals(folded);
  }

  @Override
  public int hashCode() {
    return folded.hashCode();
  }

  @Override
  public int compareTo(Nick other) {
    return folded.compareTo(other.folded);
  }

  @Override
  public String toString() {
    return shown;
  }
}
