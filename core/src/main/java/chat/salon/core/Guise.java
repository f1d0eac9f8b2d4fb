package chat.salon.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A way to speak in a channel under a name that is nobody's nick and cannot become one. Pure.
public enum Guise {
  /// Somebody who is elsewhere, in whose name a program speaks: the name has a `/` in it (IRCv3
  /// draft/relaymsg).
  RELAYED,
  /// A character that somebody plays, between stars: `*bilbo*`.
  CHARACTER,
  /// What happens around the characters.
  SCENE;

  /// What stands in every name of those who are elsewhere, and in no nick.
  public static final char SEPARATOR = '/';

  private static final String THE_SCENE = "=Scene=";
  private static final int LONGEST = 60;
  private static final String NEVER = " !+%@&#$:'\"?*,.~=";

  /// The name as it is shown, when the text may be one.
  ///
  /// @param name as given, without what marks it; nothing for a scene
  public Optional<Nick> nick(String name) {
    return switch (this) {
      case RELAYED ->
          isName(name) && name.indexOf(SEPARATOR) >= 0
              ? Optional.of(Nick.trusted(name))
              : Optional.empty();
      case CHARACTER ->
          isName(name) ? Optional.of(Nick.trusted('*' + name + '*')) : Optional.empty();
      case SCENE -> Optional.of(Nick.trusted(THE_SCENE));
    };
  }

  /// Such a name as it is shown, from another node.
  public static Optional<Nick> shown(String text) {
    if (text.equals(THE_SCENE)) {
      return SCENE.nick("");
    }
    return text.length() > 2 && text.startsWith("*") && text.endsWith("*")
        ? CHARACTER.nick(text.substring(1, text.length() - 1))
        : RELAYED.nick(text);
  }

  /// Whether it is the name of a character or of a scene.
  public static boolean isPlayed(Nick name) {
    return name.shown().startsWith("*") || name.shown().equals(THE_SCENE);
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.chars()
            .noneMatch(c ->
                NEVER.indexOf(c) >= 0
                    || Character.isISOControl(c)
                    || Character.isSpaceChar(c)
                    || Character.getType(c) == Character.FORMAT);
  }

  /// The person under whose name it is said. Who plays is known by their account, and their nick is
  /// the user part of the mask.
  ///
  /// @param id one that nobody has
  public Person person(Nick name, Actor by, PersonId id) {
    boolean isPlayed = this != RELAYED;
    @Nullable AccountName account = isPlayed ? by.person().account() : null;
    var user = isPlayed ? by.nick().shown() : "relay";
    var host = isPlayed ? "npc.invalid" : "relay.invalid";
    return new Person(id, name, user, host, name.shown(), account, null, Person.Standing.PLAIN);
  }
}
