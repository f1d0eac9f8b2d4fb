package chat.salon.cluster;

import chat.salon.cluster.Message.Ask;
import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.Mask;
import chat.salon.core.Metadata;
import chat.salon.core.Nick;
import chat.salon.core.Pair;
import chat.salon.core.PersonId;
import chat.salon.core.Rank;
import chat.salon.core.Ranks;
import chat.salon.core.Shield;
import chat.salon.core.request.OnMessage;
import chat.salon.core.request.Request;
import chat.salon.core.request.SayPrivately;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Messages of every kind, made up from what the records say of themselves: the same ones for the
/// same seed.
final class Values {
  private static final String LETTERS = "abcdefgXYZ\u00c9\u00fc[]{}|_";
  private static final List<String> WORDS =
      List.of("alice!~a@host", "@#Tea", "a:b", "\ud83e\uded6\u00fc");
  private static final List<String> MASK_PARTS = List.of("~user", "cloak.example", "0::1", "*");
  private static final List<String> TEXTS =
      List.of(
          "",
          "the kettle is on",
          ":) \u00e9\u4e16\u754c \ud83e\uded6 \ufffd",
          " a b ",
          "x".repeat(127),
          "y".repeat(128));
  private static final String LONG_TEXT = "\u4e16".repeat(7000);
  private static final List<String> KEYS = List.of("color", "x/a.b-c_1");
  private static final List<String> TAG_KEYS =
      List.of("+typing", "+draft/reply", "+example.org/a-b", "+");
  private static final List<String> TAG_VALUES = List.of("", "done", "a\r\nb;c d\\", "\u00e9");

  // Single words in lines, and not the last one.
  private static final Set<String> WORD_FIELDS =
      Set.of(
          "Said.target",
          "About.target",
          "Reactor.nick",
          "MarkedRead.target",
          "Keyed.key",
          "StoredChannel.key",
          "Topic.by",
          "ListEntry.by");
  private static final Set<String> NODE_FIELDS = Set.of("from", "node");
  private static final int NODES = 256;

  private final Random random;
  private final Set<?> rare;

  Values(long seed) {
    this(seed, Set.of());
  }

  /// @param rare kinds and constants that are made more often than others, as long as they are
  ///   there
  Values(long seed, Set<?> rare) {
    this.random = new Random(seed);
    this.rare = rare;
  }

  Message message() {
    return message(any(Types.records(Message.class)));
  }

  Message message(Class<?> type) {
    return (Message) record(type);
  }

  private Object record(Class<?> type) {
    var scalar = scalar(type);
    if (scalar != null) {
      return scalar;
    }
    var components = type.getRecordComponents();
    try {
      var constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return fitting(
          constructor.newInstance(
              Arrays.stream(components).map(part -> value(type, part)).toArray()));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.toString(), e);
    }
  }

  // A private conversation takes other requests than a channel.
  private Object fitting(Object made) {
    return made instanceof Ask(var id, var from, _, var actor, var request, var origin, var key)
        ? new Ask(id, from, isForPair(request) ? pair() : channel(), actor, request, origin, key)
        : made;
  }

  private boolean isForPair(Request<?> request) {
    return request instanceof SayPrivately
        || (request instanceof OnMessage && random.nextBoolean());
  }

  private @Nullable Object scalar(Class<?> type) {
    if (type.equals(Nick.class)) {
      return nick();
    }
    if (type.equals(AccountName.class)) {
      return AccountName.parse(nick().shown()).orElseThrow();
    }
    if (type.equals(ChannelName.class)) {
      return channel();
    }
    if (type.equals(Pair.class)) {
      return pair();
    }
    if (type.equals(Mask.class)) {
      return Mask.of(any(List.of("bob", "*!*@Host.example", "a?b!*~u@*", "a:bob", "m:U:bob")));
    }
    if (type.equals(Shield.class)) { // in every person, so a small one
      var accepted = random.nextInt(4) == 0 ? Set.of(pair().first()) : Set.<String>of();
      return new Shield(random.nextBoolean(), random.nextBoolean(), accepted);
    }
    if (type.equals(PersonId.class)) {
      return new PersonId(1 + number(Long.SIZE - 2));
    }
    if (type.equals(Metadata.class)) {
      return random.nextInt(4) == 0 ? Metadata.NONE.with(any(KEYS), any(WORDS)) : Metadata.NONE;
    }
    if (type.equals(Ranks.class)) {
      return some(Rank.values()).stream().reduce(Ranks.NONE, Ranks::with, (a, _) -> a);
    }
    return null;
  }

  private @Nullable Object value(Class<?> owner, RecordComponent part) {
    if (part.getAnnotatedType().isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0) {
      return null;
    }
    var name = owner.getSimpleName() + '.' + part.getName();
    var type = part.getType();
    if (type.equals(String.class)) {
      return text(name);
    }
    if (type.equals(int.class)) {
      return NODE_FIELDS.contains(part.getName())
          ? random.nextInt(NODES)
          : (int) number(Integer.SIZE - 1);
    }
    if (type.equals(long.class)) {
      return name.endsWith(".link") ? random.nextLong() : number(Long.SIZE - 1);
    }
    return value(part.getAnnotatedType());
  }

  private String text(String field) {
    if (WORD_FIELDS.contains(field)) {
      return any(WORDS);
    }
    return switch (field) {
      case "Person.user", "Person.host", "Person.cloak" -> any(MASK_PARTS);
      case "MetadataSet.key", "SetMetadata.key" -> any(KEYS);
      case "Reactor.party" -> pair().first();
      case "Origin.label" -> any(TAG_VALUES);
      case "IdempotencyKey.text" -> any(WORDS);
      default -> random.nextInt(500) == 0 ? LONG_TEXT : any(TEXTS);
    };
  }

  private Object value(AnnotatedType annotated) {
    var type = annotated.getType();
    if (annotated instanceof AnnotatedParameterizedType of
        && type instanceof ParameterizedType generic) {
      var raw = generic.getRawType();
      var arguments = of.getAnnotatedActualTypeArguments();
      if (raw.equals(List.class)) {
        return list(arguments[0]);
      }
      if (raw.equals(Set.class)) {
        return new LinkedHashSet<>(list(arguments[0]));
      }
      return raw.equals(Map.class)
          ? map(arguments[0], arguments[1])
          : record(any(Types.records((Class<?>) raw)));
    }
    return single((Class<?>) type);
  }

  private Object single(Class<?> type) {
    if (type.isEnum()) {
      return any(List.of(type.getEnumConstants()));
    }
    if (type.equals(boolean.class)) {
      return random.nextBoolean();
    }
    if (type.equals(String.class)) {
      return any(TEXTS); // of a list
    }
    if (type.equals(Integer.class)) {
      return random.nextInt(NODES); // a set of nodes
    }
    if (type.equals(Instant.class)) {
      return Instant.ofEpochMilli(number(43));
    }
    if (type.equals(Duration.class)) {
      return Duration.ofMillis(number(40));
    }
    return record(any(Types.records(type)));
  }

  private List<Object> list(AnnotatedType of) {
    var items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(value(of));
    }
    return List.copyOf(items);
  }

  private Map<Object, Object> map(AnnotatedType keys, AnnotatedType values) {
    boolean isTags = values.getType().equals(String.class);
    var map = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      map.put(isTags ? any(TAG_KEYS) : key(keys), isTags ? any(TAG_VALUES) : value(values));
    }
    return map;
  }

  private Object key(AnnotatedType of) {
    return of.getType().equals(String.class) ? any(WORDS) : value(of);
  }

  private Nick nick() {
    var text = new StringBuilder("N");
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return Nick.parse(text.toString()).orElseThrow();
  }

  private ChannelName channel() {
    return ChannelName.parse('#' + nick().shown() + any(List.of("", "!", "\u4e16"))).orElseThrow();
  }

  private Pair pair() {
    return Pair.of(
        Pair.party(AccountName.parse(nick().shown()).orElseThrow()),
        random.nextBoolean() ? Pair.guest(nick()) : Pair.party(AccountName.trusted("bob")));
  }

  // Small ones as often as large ones.
  private long number(int bits) {
    int wide = random.nextInt(bits + 1);
    return wide == 0 ? 0 : random.nextLong() >>> (Long.SIZE - wide);
  }

  private <T> Set<T> some(T[] all) {
    var some = new LinkedHashSet<T>();
    for (var one : all) {
      if (random.nextInt(3) == 0) {
        some.add(one);
      }
    }
    return some;
  }

  private <T> T any(List<T> all) {
    var wanted = rare.isEmpty() ? List.<T>of() : all.stream().filter(rare::contains).toList();
    var from = !wanted.isEmpty() && random.nextBoolean() ? wanted : all;
    return from.get(random.nextInt(from.size()));
  }
}
