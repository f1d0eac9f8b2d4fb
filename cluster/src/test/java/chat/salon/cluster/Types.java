package chat.salon.cluster;

import static java.util.stream.Collectors.toCollection;

import chat.salon.core.Event;
import chat.salon.core.request.FollowAnew;
import chat.salon.core.request.LiftBans;
import chat.salon.core.request.LoseNode;
import chat.salon.core.request.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What messages are made of, as the classes themselves tell it, so that none can be forgotten.
final class Types {
  // What an owner asks of its own conversations only, so that it never goes to another node.
  private static final Set<Class<?>> ASKED_BY_THE_OWNER =
      Set.of(FollowAnew.class, LiftBans.class, LoseNode.class);

  // What a node makes for its own readers.
  private static final Set<Class<?>> NEVER_CARRIED = Set.of(Event.Returned.class);

  private static final Set<Class<?>> REQUESTS = requests();

  private Types() {}

  /// The records that something of this type can be, itself if it is one.
  static List<Class<?>> records(Class<?> type) {
    if (type.equals(Request.class)) {
      return List.copyOf(REQUESTS);
    }
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses())
            .flatMap(permitted -> records(permitted).stream())
            .filter(permitted -> !NEVER_CARRIED.contains(permitted))
            .distinct()
            .toList()
        : List.of(type);
  }

  /// All records and enums that can be in a message.
  static Set<Class<?>> reachable() {
    var found = new LinkedHashSet<Class<?>>();
    records(Message.class).forEach(type -> collect(type, found));
    return found;
  }

  private static void collect(Class<?> type, Set<Class<?>> found) {
    if (!isOurs(type) || !found.add(type) || !type.isRecord()) {
      return;
    }
    parts(type).forEach(part -> collect(part, found));
  }

  /// The records and enums of which a record is made.
  static Stream<Class<?>> parts(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getGenericType)
        .flatMap(Types::classes)
        .filter(Types::isOurs)
        .flatMap(part -> records(part).stream());
  }

  private static Stream<Class<?>> classes(Type type) {
    return switch (type) {
      case Class<?> plain -> Stream.of(plain);
      case ParameterizedType of ->
          Stream.concat(
              classes(of.getRawType()),
              Arrays.stream(of.getActualTypeArguments()).flatMap(Types::classes));
      case WildcardType _ -> Stream.of();
      default -> throw new AssertionError(type);
    };
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith("chat.salon.");
  }

  // The one interface whose records the compiler does not know.
  private static Set<Class<?>> requests() {
    try {
      var place =
          Path.of(Request.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      var folder = Request.class.getPackageName().replace('.', '/');
      if (Files.isDirectory(place)) {
        return requests(place.resolve(folder));
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return requests(jar.getPath(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Set<Class<?>> requests(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.startsWith("package-info"))
          .<Class<?>>map(name -> named(name.substring(0, name.length() - ".class".length())))
          .filter(type -> type.isRecord() && Request.class.isAssignableFrom(type))
          .filter(type -> !ASKED_BY_THE_OWNER.contains(type))
          .collect(toCollection(() -> new TreeSet<>((a, b) -> a.getName().compareTo(b.getName()))));
    }
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(Request.class.getPackageName() + '.' + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
