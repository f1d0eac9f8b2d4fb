package chat.salon.core;

import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Whom a text mentions: by nick or account name, as a word of its own, with or without `@` in
/// front. Pure, and linear in the length of the text.
public final class Mentions {
  static final int MOST = 50;
  private static final int LONGEST = 64;
  private static final String IN_NICKS = "-_[]\\`^{|}";
  private static final String AROUND = "@\"'(<.,:;!?)>*~/";

  private Mentions() {}

  /// Whether a text mentions this person.
  public static boolean mentions(String text, Person reader) {
    return mentions(words(text), reader);
  }

  /// The words of a text that may be somebody's name, for who asks about many readers.
  public static Set<String> words(String text) {
    var words = new HashSet<String>();
    anyWord(
        text,
        word -> {
          words.add(Fold.name(word));
          return false;
        });
    return words;
  }

  /// Whether a text of these words mentions this person.
  public static boolean mentions(Set<String> words, Person reader) {
    var account = reader.account();
    return words.contains(reader.nick().folded())
        || (account != null && words.contains(account.folded()));
  }

  /// The accounts that a message mentions: only those that are in the channel or belong to it, not
  /// the speaker's own, and no more than 50. What is for some ranks only mentions nobody.
  static Set<AccountName> in(Said said, ChannelState channel) {
    if (said.form() == Form.TAGS || said.least() != null || channel.seats().isEmpty()) {
      return Set.of(); // where there are only guests no word is looked at
    }
    var found = new LinkedHashSet<AccountName>();
    var speaker = said.by().account();
    anyWord(
        said.text(),
        word -> {
          var account = account(word, channel);
          if (account != null && !account.equals(speaker)) {
            found.add(account);
          }
          return found.size() == MOST;
        });
    return found;
  }

  private static @Nullable AccountName account(String word, ChannelState channel) {
    var member = channel.member(Nick.trusted(word));
    if (member.isPresent()) {
      return member.get().person().account();
    }
    var account = AccountName.trusted(word);
    return channel.seats().containsKey(account) ? account : null;
  }

  // What stands between spaces, without the punctuation around it; and the words within that.
  private static boolean anyWord(String text, Predicate<String> isEnough) {
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || Character.isWhitespace(text.charAt(i))) {
        if (isEnoughBetween(text, from, i, isEnough)) {
          return true;
        }
        from = i + 1;
      }
    }
    return false;
  }

  private static boolean isEnoughBetween(
      String text, int from, int to, Predicate<String> isEnough) {
    while (from < to && AROUND.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (from < to && AROUND.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    if (from < to && to - from <= LONGEST && isEnough.test(text.substring(from, to))) {
      return true;
    }
    int begin = from;
    for (int i = from; i <= to; i++) {
      if (i == to || !isOfWord(text.charAt(i))) {
        boolean isPart = i - begin < to - from;
        if (isPart
            && i > begin
            && i - begin <= LONGEST
            && isEnough.test(text.substring(begin, i))) {
          return true;
        }
        begin = i + 1;
      }
    }
    return false;
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || IN_NICKS.indexOf(c) >= 0;
  }
}
