package chat.salon.server;

import chat.salon.cluster.NodeAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Section `[cluster]`: how this server and others are one network.
///
/// @param listen empty for a server that is alone; else one place
/// @param announce under which other nodes reach it: HOST:PORT; empty for where it listens
/// @param join where other nodes are
/// @param keys the folder of the keys, in the data folder unless it is an absolute path
/// @param tls whether nodes prove who they are, and nobody else can read along
/// @param name of this node, unlike that of any other; empty for the machine's
/// @param keyWarningDays before the end of a certificate
/// @param joinSeconds that a start waits for a node of the network to answer
/// @param answerSeconds that a node waits for the answer of another
/// @param silenceMillis after which a node is believed to be dead
/// @param stableMillis for which nothing must change before the dead are put out
/// @param window messages to a node that may be under way
/// @param backlog messages that may wait for a slow node
/// @param idleMinutes after which a conversation that nobody uses has no owner
/// @param proofMillis that a request for somebody waits for the directory to vouch for them
/// @param proofQueue requests of one node that may wait for that
/// @param proofMemorySeconds for which is believed what the directory said of somebody before
/// @param drainSeconds over which a node that stops asks its clients to connect to others
/// @param moveSeconds that it then waits for those who have an account to be there
record ClusterSettings(
    List<Endpoint> listen,
    String announce,
    List<Seed> join,
    Path keys,
    boolean tls,
    String name,
    int keyWarningDays,
    int joinSeconds,
    int answerSeconds,
    int silenceMillis,
    int stableMillis,
    int window,
    int backlog,
    int idleMinutes,
    int proofMillis,
    int proofQueue,
    int proofMemorySeconds,
    int drainSeconds,
    int moveSeconds) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62})");
  private static final int LONGEST_WARNING = 3650;
  private static final int MOST_SECONDS = 3600;
  private static final int LEAST_MILLIS = 500;
  private static final int MOST_MILLIS = 600_000;
  private static final int MOST_MESSAGES = 16_777_216;

  static final ClusterSettings DEFAULT =
      new ClusterSettings(
          List.of(),
          "",
          List.of(),
          Path.of("cluster"),
          true,
          "",
          30,
          60,
          10,
          2000,
          2000,
          1024,
          65_536,
          10,
          5000,
          1024,
          60,
          3,
          2);

  ClusterSettings {
    listen = List.copyOf(listen);
    join = List.copyOf(join);
    check(listen.size() <= 1, "listen", "has several places: a node has one, or \"none\"");
    check(
        announce.isEmpty() || isPlace(announce),
        "announce",
        "is \""
            + announce
            + "\": it must be HOST:PORT by which other nodes reach this one, such as 10.0.0.1:6690");
    check(
        !announce.isEmpty() || listen.stream().noneMatch(Endpoint::isEverywhere),
        "listen",
        "is every address of this machine, so cluster.announce must say by which HOST:PORT other"
            + " nodes reach it");
    check(!keys.toString().isEmpty(), "keys", "is empty: it must be a folder");
    check(
        name.isEmpty() || isName(name),
        "name",
        "is \"" + name + "\": it must be up to 63 letters, digits, '.', '_' and '-'");
    range("key_warning_days", keyWarningDays, 0, LONGEST_WARNING);
    range("join_seconds", joinSeconds, 1, MOST_SECONDS);
    range("answer_seconds", answerSeconds, 1, MOST_SECONDS);
    range("silence_millis", silenceMillis, LEAST_MILLIS, MOST_MILLIS);
    range("stable_millis", stableMillis, LEAST_MILLIS, MOST_MILLIS);
    range("window", window, 1, MOST_MESSAGES);
    range("backlog", backlog, 1, MOST_MESSAGES);
    range("idle_minutes", idleMinutes, 1, MOST_SECONDS);
    range("proof_millis", proofMillis, LEAST_MILLIS, MOST_MILLIS);
    range("proof_queue", proofQueue, 1, MOST_MESSAGES);
    range("proof_memory_seconds", proofMemorySeconds, 1, MOST_SECONDS);
    range("drain_seconds", drainSeconds, 0, MOST_SECONDS);
    range("move_seconds", moveSeconds, 0, MOST_SECONDS);
  }

  private static void range(String key, int value, int least, int most) {
    check(
        value >= least && value <= most,
        key,
        "is " + value + ": it must be from " + least + " to " + most);
  }

  /// The same limits for another node.
  ClusterSettings of(
      List<Endpoint> where,
      String announced,
      List<Seed> others,
      Path keyFolder,
      boolean isSecure,
      String called) {
    return new ClusterSettings(
        where,
        announced,
        others,
        keyFolder,
        isSecure,
        called,
        keyWarningDays,
        joinSeconds,
        answerSeconds,
        silenceMillis,
        stableMillis,
        window,
        backlog,
        idleMinutes,
        proofMillis,
        proofQueue,
        proofMemorySeconds,
        drainSeconds,
        moveSeconds);
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  boolean isAlone() {
    return listen.isEmpty();
  }

  /// Under which address other nodes reach this one, and its name.
  ///
  /// @throws IllegalArgumentException it is alone, or this machine has no name to be used
  NodeAddress node() {
    var place = announce.isEmpty() ? listen.stream().findFirst() : place(announce);
    var where =
        place.orElseThrow(
            () -> new IllegalArgumentException("cluster.listen is none: this server is alone"));
    return new NodeAddress(where.host(), where.port(), nodeName());
  }

  /// @throws IllegalArgumentException this machine has no name to be used
  String nodeName() {
    var chosen = name.isEmpty() ? ServerName.ofMachine() : name;
    check(isName(chosen), "name", "is empty, and this machine has no name to be used: give it one");
    return chosen;
  }

  Path keysIn(Path data) {
    return data.resolve(keys);
  }

  private static boolean isPlace(String text) {
    return place(text).filter(place -> place.port() > 0 && !place.isEverywhere()).isPresent();
  }

  private static Optional<Endpoint> place(String text) {
    try {
      return Optional.of(Endpoint.parse(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static void check(boolean isGood, String key, String problem) {
    if (!isGood) {
      throw new IllegalArgumentException("cluster." + key + " " + problem);
    }
  }
}
