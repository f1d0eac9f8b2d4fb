package chat.salon.irc;

import chat.salon.core.protect.Privilege;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What the operators of one class may do. In the configuration `NAME PRIVILEGE PRIVILEGE …`, or
/// `NAME all`.
public record OperatorClass(String name, Set<Privilege> privileges) {
  public OperatorClass {
    privileges = Set.copyOf(privileges);
  }

  /// Reads one.
  ///
  /// @throws IllegalArgumentException what it must be
  public static OperatorClass parse(String text) {
    var words = List.of(text.strip().split(" +"));
    if (words.size() < 2) {
      throw new IllegalArgumentException(
          "it must be a name and what its operators may do: \"helper kill ban\"");
    }
    var privileges = EnumSet.noneOf(Privilege.class);
    for (var word : words.subList(1, words.size())) {
      if (word.equals("all")) {
        privileges = EnumSet.allOf(Privilege.class);
      } else {
        privileges.add(Privilege.named(word).orElseThrow(() -> unknown(word)));
      }
    }
    return new OperatorClass(words.getFirst(), privileges);
  }

  private static IllegalArgumentException unknown(String word) {
    var known =
        EnumSet.allOf(Privilege.class).stream()
            .map(Privilege::title)
            .collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        "\"" + word + "\" is no privilege: it must be one of " + known + ", or all");
  }

  @Override
  public String toString() {
    return name
        + ' '
        + privileges.stream().map(Privilege::title).sorted().collect(Collectors.joining(" "));
  }
}
