package chat.salon.core;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The web addresses in what people say, as the web app finds them. Pure.
public final class Links {
  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");
  private static final Pattern ADDRESS =
      Pattern.compile("(?<![<\\p{L}\\p{N}])https?://[^\\s<>\"\\x00-\\x1f]+");
  private static final String TAIL = ".,;:!?'*_~»";

  private Links() {}

  /// Each once, in their order. Not those in code, nor those between `<` and `>`.
  public static List<String> of(String text) {
    var links = new ArrayList<String>();
    if (!text.contains("://")) {
      return links;
    }
    var found = ADDRESS.matcher(CODE.matcher(text).replaceAll(" "));
    while (found.find()) {
      var link = withoutTail(found.group());
      if (!links.contains(link)) {
        links.add(link);
      }
    }
    return links;
  }

  // Without the punctuation of the sentence around it.
  private static String withoutTail(String address) {
    int end = address.length();
    while (TAIL.indexOf(address.charAt(end - 1)) >= 0
        || (address.charAt(end - 1) == ')' && !isBalanced(address.substring(0, end)))) {
      end--;
    }
    return address.substring(0, end);
  }

  private static boolean isBalanced(String part) {
    return part.chars().filter(c -> c == '(').count() >= part.chars().filter(c -> c == ')').count();
  }
}
