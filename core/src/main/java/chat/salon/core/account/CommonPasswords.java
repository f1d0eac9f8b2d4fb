package chat.salon.core.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The passwords that everybody tries first. The resource `common-passwords.txt` lists words; a
/// word counts with a few digits or signs before or after it, with digits for letters, and cut off
/// at eight, so that `Passw0rd1!` is as common as `password`. Walks over the keyboard, dates and
/// repetitions are found without a list. Pure, any thread.
final class CommonPasswords {
  private static final String ENDINGS = "0123456789!?.,*#$@+-_";
  private static final int LONGEST_ENDING = 4;
  private static final int LONGEST_UNIT = 4;
  private static final int CUT_OFF = 8; // where old systems ended a password
  private static final int SHORTEST_WALK = 3;
  private static final int MOST_STRAY = 2;
  private static final List<String> WALKS =
      List.of(
          "12345678909876543210",
          "abcdefghijklmnopqrstuvwxyzyxwvutsrqponmlkjihgfedcba",
          "qwertyuiop[poiuytrewq",
          "asdfghjkl;lkjhgfdsa",
          "zxcvbnm,.,mnbvcxz",
          "qwertzuiopoiuztrewq",
          "azertyuiopoiuytreza",
          "qsdfghjklmlkjhgfdsq",
          "yxcvbnmnbvcxy",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
          "qazwsxedcrfvtgbyhnujmik",
          "qazxswedcvfrtgbnhyujmki",
          "zaq1xsw2cde3vfr4bgt5nhy6",
          "1q2w3e4r5t6y7u8i9o0p",
          "1a2b3c4d5e6f7g8h9i",
          "1z2x3c4v5b6n7m",
          "1a2s3d4f5g6h7j8k9l",
          "14789632147",
          "147258369258147",
          "159357258456",
          "789456123654987",
          "963852741852963");
  private static final Pattern DATE =
      Pattern.compile(
          "(0[1-9]|[12][0-9]|3[01])(0[1-9]|1[0-2])(19|20)[0-9]{2}"
              + "|(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])");
  private static final NavigableSet<String> LISTED = read();

  private CommonPasswords() {}

  static boolean contains(String password) {
    var text = password.toLowerCase(Locale.ROOT);
    return !text.isEmpty()
        && (isWord(text) || isWalk(text) || repeats(text) || DATE.matcher(text).matches());
  }

  private static boolean isWord(String text) {
    return Stream.of(text, withoutEnding(text), withoutBeginning(text))
        .anyMatch(word -> isListed(word) || isListed(spelled(word)));
  }

  private static boolean isListed(String word) {
    if (LISTED.contains(word)) {
      return true;
    }
    var next = word.length() == CUT_OFF ? LISTED.higher(word) : null;
    return next != null && next.startsWith(word);
  }

  private static String withoutEnding(String text) {
    int end = text.length();
    while (end > Math.max(0, text.length() - LONGEST_ENDING) && isEnding(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  private static String withoutBeginning(String text) {
    int start = 0;
    while (start < Math.min(LONGEST_ENDING, text.length()) && isEnding(text.charAt(start))) {
      start++;
    }
    return text.substring(start);
  }

  private static boolean isEnding(char c) {
    return ENDINGS.indexOf(c) >= 0;
  }

  private static String spelled(String word) {
    var letters = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      letters.append(letter(word.charAt(i)));
    }
    return letters.toString();
  }

  private static char letter(char c) {
    return switch (c) {
      case '0' -> 'o';
      case '1', '!' -> 'i';
      case '3' -> 'e';
      case '4', '@' -> 'a';
      case '5', '$' -> 's';
      case '7' -> 't';
      default -> c;
    };
  }

  /// All of it, but for a stray key or two, in steps from a key to the next or on one key:
  /// `12345678`, `123qweasd`, `111222tw`.
  private static boolean isWalk(String text) {
    int stray = 0;
    for (int at = 0; at < text.length() && stray <= MOST_STRAY; ) {
      int length = walkFrom(text, at);
      stray += length < SHORTEST_WALK ? 1 : 0;
      at += length < SHORTEST_WALK ? 1 : length;
    }
    return stray <= MOST_STRAY;
  }

  private static int walkFrom(String text, int start) {
    int end = start + 1;
    while (end < text.length() && isOneWalk(text, start, end + 1)) {
      end++;
    }
    return end - start;
  }

  private static boolean isOneWalk(String text, int start, int end) {
    var part = text.substring(start, end);
    return part.chars().allMatch(c -> c == part.charAt(0))
        || WALKS.stream().anyMatch(walk -> walk.contains(part));
  }

  /// A short unit again and again: `abcabcabc`, `12341234`, `lovelove`.
  private static boolean repeats(String text) {
    for (int unit = 1; unit <= LONGEST_UNIT && unit * 2 <= text.length(); unit++) {
      if (text.regionMatches(unit, text, 0, text.length() - unit)) {
        return true;
      }
    }
    return false;
  }

  private static NavigableSet<String> read() {
    try (var in = CommonPasswords.class.getResourceAsStream("common-passwords.txt")) {
      if (in == null) {
        throw new IllegalStateException("common-passwords.txt is missing from the jar");
      }
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> List.of(line.split(" ")).stream())
          .filter(word -> !word.isEmpty())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
