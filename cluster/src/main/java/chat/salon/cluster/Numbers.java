package chat.salon.cluster;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import chat.salon.core.Availability;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Flag;
import chat.salon.core.Guise;
import chat.salon.core.ListKind;
import chat.salon.core.Meter;
import chat.salon.core.Rank;
import chat.salon.core.Refusal.Bar;
import chat.salon.core.Refusal.Weakness;
import chat.salon.core.Role;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The numbers by which constants are known between nodes. A number is given once, from 1 to 62,
/// and never changes its meaning, whatever becomes of the constant.
final class Numbers<E extends Enum<E>> {
  static final Numbers<Availability> AVAILABILITIES =
      new Numbers<>(
          Availability.class,
          Map.of(
              Availability.CONNECTED, 1,
              Availability.IDLE, 2,
              Availability.DO_NOT_DISTURB, 3));

  static final Numbers<Bar> BARS =
      new Numbers<>(
          Bar.class,
          Map.ofEntries(
              entry(Bar.YOURSELF, 1),
              entry(Bar.NO_ACCOUNT, 2),
              entry(Bar.NO_QUESTION, 3),
              entry(Bar.NOT_FRIENDS, 4),
              entry(Bar.NOT_TO_BE_ASKED, 5),
              entry(Bar.TOO_SOON, 6),
              entry(Bar.BLOCKED, 7),
              entry(Bar.TOO_MANY_FRIENDS, 8),
              entry(Bar.TOO_MANY_BLOCKED, 9),
              entry(Bar.TOO_MANY_QUESTIONS, 10),
              entry(Bar.NOT_TO_BE_ADDED, 11)));

  static final Numbers<Flag> FLAGS =
      new Numbers<>(
          Flag.class,
          Map.ofEntries(
              entry(Flag.INVITE_ONLY, 1),
              entry(Flag.MODERATED, 2),
              entry(Flag.NO_OUTSIDE, 3),
              entry(Flag.SECRET, 4),
              entry(Flag.TOPIC_LOCKED, 5),
              entry(Flag.REGISTERED, 6),
              entry(Flag.FROM_JOINING, 7),
              entry(Flag.PRIVATE, 8),
              entry(Flag.NO_CTCP, 9),
              entry(Flag.REGISTERED_ONLY, 10),
              entry(Flag.REGISTERED_SPEAK, 11),
              entry(Flag.OP_MODERATED, 12),
              entry(Flag.AUDITORIUM, 13),
              entry(Flag.ROLEPLAY, 14),
              entry(Flag.PERMANENT, 15)));

  static final Numbers<Guise> GUISES =
      new Numbers<>(Guise.class, Map.of(Guise.RELAYED, 1, Guise.CHARACTER, 2, Guise.SCENE, 3));

  static final Numbers<Form> FORMS =
      new Numbers<>(Form.class, Map.of(Form.MESSAGE, 1, Form.NOTICE, 2, Form.TAGS, 3));

  static final Numbers<ListKind> LISTS =
      new Numbers<>(
          ListKind.class,
          Map.of(ListKind.BAN, 1, ListKind.EXCEPTION, 2, ListKind.INVITE_EXCEPTION, 3));

  static final Numbers<Meter> METERS =
      new Numbers<>(Meter.class, Map.of(Meter.JOINS, 1, Meter.REPEATS, 2));

  static final Numbers<Rank> RANKS =
      new Numbers<>(
          Rank.class,
          Map.of(Rank.FOUNDER, 1, Rank.ADMIN, 2, Rank.OP, 3, Rank.HALFOP, 4, Rank.VOICE, 5));

  static final Numbers<Role> ROLES =
      new Numbers<>(Role.class, Map.of(Role.MEMBER, 1, Role.MODERATOR, 2, Role.ADMINISTRATOR, 3));

  static final Numbers<Weakness> WEAKNESSES =
      new Numbers<>(
          Weakness.class,
          Map.of(Weakness.TOO_SHORT, 1, Weakness.TOO_LONG, 2, Weakness.TOO_COMMON, 3));

  private static final int MOST = 62; // bits of a set

  private final String what;
  private final EnumMap<E, Integer> numbers;
  private final Map<Integer, E> constants = new HashMap<>();

  Numbers(Class<E> type, Map<E, Integer> numbers) {
    what = type.getSimpleName();
    this.numbers = new EnumMap<>(numbers);
    for (var constant : type.getEnumConstants()) {
      var number = numbers.get(constant);
      if (number == null || number < 1 || number > MOST) {
        throw new IllegalStateException(what + "." + constant + " needs a number");
      }
      if (constants.put(number, constant) != null) {
        throw new IllegalStateException(what + ": two constants have number " + number);
      }
    }
  }

  void write(Writer out, E constant) {
    out.number(number(constant));
  }

  /// @throws CodecException.Unknown for a constant of a newer version
  E read(Reader in) {
    long number = in.number();
    var constant = number > MOST ? null : constants.get((int) number);
    if (constant == null) {
      throw in.unknown(what, number);
    }
    return constant;
  }

  /// A set of them, one bit each.
  void writeSet(Writer out, Predicate<E> has) {
    long bits = 0;
    for (var entry : numbers.entrySet()) {
      if (has.test(entry.getKey())) {
        bits |= 1L << entry.getValue();
      }
    }
    out.number(bits);
  }

  /// Constants of a newer version are left out.
  Set<E> readSet(Reader in) {
    long bits = in.number();
    if (bits == 0) {
      return Set.of();
    }
    var set = new HashSet<E>();
    for (var entry : numbers.entrySet()) {
      if ((bits & 1L << entry.getValue()) != 0) {
        set.add(entry.getKey());
      }
    }
    return Set.copyOf(set);
  }

  private int number(E constant) {
    return requireNonNull(numbers.get(constant));
  }
}
