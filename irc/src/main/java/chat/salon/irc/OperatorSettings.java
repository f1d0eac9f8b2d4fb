package chat.salon.irc;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who may become an operator by OPER, besides the accounts that are moderators or administrators.
/// Section `[operators]` of the configuration.
///
/// @param plainPasswords operators may have passwords that stand in the configuration as they are
/// @param tag who sees the message tag that tells messages of operators
public record OperatorSettings(
    List<OperatorClass> classes,
    List<OperatorEntry> operators,
    boolean plainPasswords,
    TagReaders tag) {

  /// Who is shown something.
  public enum TagReaders {
    EVERYBODY,
    OPERATORS,
    NOBODY
  }

  public static final OperatorSettings DEFAULT =
      new OperatorSettings(List.of(), List.of(), false, TagReaders.EVERYBODY);

  public OperatorSettings {
    classes = List.copyOf(classes);
    operators = List.copyOf(operators);
    var names = new HashSet<String>();
    for (var one : classes) {
      if (!names.add(one.name())) {
        throw new IllegalArgumentException(
            "operators.classes has two classes named " + one.name() + ": one must go");
      }
    }
    var people = new HashSet<String>();
    for (var one : operators) {
      if (!people.add(one.name().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(
            "operators.operators has two operators named " + one.name() + ": one must go");
      }
      if (!names.contains(one.operatorClass())) {
        throw new IllegalArgumentException(
            "operators.operators has "
                + one.name()
                + " of the class "
                + one.operatorClass()
                + ": it must be one of operators.classes");
      }
      if (!one.plainPassword().isEmpty() && !plainPasswords) {
        throw new IllegalArgumentException(
            "operators.operators has a password of "
                + one.name()
                + " that everybody can read: it must be a hash, which ./salon hash makes of it");
      }
    }
  }

  /// The operator of this name, in any case.
  public Optional<OperatorEntry> operator(String name) {
    return operators.stream().filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
  }

  /// The class of an operator.
  public OperatorClass classOf(OperatorEntry entry) {
    return classes.stream()
        .filter(one -> one.name().equals(entry.operatorClass()))
        .findFirst()
        .orElseThrow();
  }
}
