package chat.salon.acceptance.faults;

import chat.salon.acceptance.IrcClient;
import chat.salon.acceptance.Readings;
import chat.salon.acceptance.faults.Member.Habit;
import chat.salon.acceptance.history.Checker;
import chat.salon.acceptance.history.Entry.Kept;
import chat.salon.acceptance.history.Entry.Run;
import chat.salon.acceptance.history.Entry.Sent;
import chat.salon.acceptance.history.Entry.Settled;
import chat.salon.acceptance.history.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// One run: people talk, the schedule of faults is carried out, all comes to rest, and the history
/// is read and judged.
final class FaultRun {
  static final String PASSWORD = "correct-horse-battery-staple";
  static final String HUSH = "#hush";
  static final List<String> TALK = List.of("#tea", "#coffee");
  static final List<String> CHANNELS = Stream.concat(TALK.stream(), Stream.of(HUSH)).toList();

  /// What the last message of each channel begins with in which all may talk.
  static final String LAST = "last.";

  // What a node may have to say of what was done to it.
  private static final List<String> EXPECTED =
      List.of(
          "This node is cut off from its network",
          "Tries again in ",
          "StoreException: The database cannot be reached.");

  private static final String[] READER = {"batch", "draft/chathistory", "message-tags"};
  private static final String OP = "alice";
  private static final String AUDITOR = "oscar";
  private static final List<String> PUT_OUT = List.of("bob", "frank");
  private static final int MOST_BETWEEN_KICKS_NANOS = 1_000_000_000;

  private final Network network;
  private final long seed;
  private final Recorder recorder = new Recorder();
  private final List<Member> members = new ArrayList<>();
  private final List<Claimer> claimers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Wholeness wholeness;
  private volatile boolean isOver;

  private FaultRun(Network network, long seed) {
    this.network = network;
    this.wholeness = new Wholeness(network);
    this.seed = seed;
    member(OP, Habit.TALKS_WITH_LABELS);
    member("bob", Habit.TALKS_WITH_LABELS);
    member("carol", Habit.TALKS);
    member("dave", Habit.TALKS);
    member("erin", Habit.LISTENS);
    member("frank", Habit.LISTENS);
    claimers.add(new Claimer("guest 1", network, recorder, seed));
    claimers.add(new Claimer("guest 2", network, recorder, seed + 1));
  }

  private void member(String name, Habit habit) {
    members.add(new Member(name, habit, network, recorder, seed + members.size()));
  }

  /// What is to be said of a run, and what went wrong that no invariant speaks of.
  record Result(Report report, List<String> troubles) {}

  /// Runs faults for so long, on a network that has not been started. Leaves it running.
  static Result of(Network network, long seed, Duration length) throws InterruptedException {
    var run = new FaultRun(network, seed);
    try {
      run.begin();
      run.disturb(length);
      run.rest();
      run.readAll();
    } finally {
      run.end();
    }
    run.troublesInLogs();
    return new Result(Checker.check(run.recorder.entries()), run.recorder.troubles());
  }

  // ---- Before ----

  private void begin() throws InterruptedException {
    recorder.note(new Run(seed, network.name(), Recorder.now()));
    network.start(recorder);
    awaitWhole("the start");
    Stream.concat(members.stream().map(Member::name), Stream.of(AUDITOR)).forEach(this::register);
    try (var op = enter(OP, 0);
        var _ = enter(AUDITOR, 0)) {
      op.send("MODE " + HUSH + " +m");
      op.ping();
      members.forEach(member -> start(member.name(), member::live));
      if (!recorder.await(this::allAreThere)) {
        throw new AssertionError("not everybody came in: " + recorder.troubles());
      }
    }
    claimers.forEach(claimer -> start("claimer", claimer::live));
    start("kicks", this::kick);
  }

  private void register(String name) {
    try (var client = IrcClient.dial(network.address(0)).register(name)) {
      client.send("NICKSERV REGISTER " + PASSWORD);
      client.until(":… NOTICE " + name + " …");
    }
  }

  private IrcClient enter(String name, int node) {
    return IrcClient.dial(network.address(node))
        .logIn(name, PASSWORD, READER)
        .join(CHANNELS.toArray(String[]::new));
  }

  private boolean allAreThere() {
    return members.stream().map(Member::connection).allMatch(c -> c != null && c.isIn());
  }

  private void start(String name, Runnable work) {
    threads.add(Thread.ofVirtual().name(name).start(work));
  }

  // ---- Faults ----

  private void disturb(Duration length) throws InterruptedException {
    long end = Recorder.now() + length.toNanos();
    int most = (int) length.toSeconds() * 20;
    int done = 0; // what every run has, however slow the machine is
    for (var fault : Fault.schedule(seed, most, network.nodes(), members.size() - 1)) {
      if (Recorder.now() > end && done >= Fault.Kind.first(network.nodes()).size()) {
        break;
      }
      pass(fault.afterMillis());
      carryOut(fault);
      if (!fault.isHasty()) {
        awaitWhole(fault.kind().name());
      }
      done++;
    }
    awaitWhole("the last fault");
  }

  private boolean awaitWhole(String after) {
    boolean isWhole = wholeness.await();
    if (!isWhole) {
      recorder.trouble("the network is not whole again after " + after);
    }
    return isWhole;
  }

  private void carryOut(Fault fault) throws InterruptedException {
    var node = "node " + fault.whom();
    switch (fault.kind()) {
      case KILL -> {
        network.kill(fault.whom());
        recorder.fault("kill", node);
        pass(fault.millis());
        recorder.fault("restart", node);
        network.restart(fault.whom());
      }
      case PAUSE -> {
        network.pause(fault.whom());
        recorder.fault("pause", node);
        pass(fault.millis());
        recorder.fault("resume", node);
        network.resume(fault.whom());
      }
      case CUT_CLIENT -> {
        var member =
            members.get(1 + fault.whom()); // who goes is operator no more, so never the first
        recorder.fault("cut", member.name());
        member.cut();
      }
      case PARTITION -> {
        recorder.fault("partition", node);
        for (int other = 0; other < network.nodes(); other++) {
          if (other != fault.whom()) {
            network.cut(fault.whom(), other);
          }
        }
        heal(fault);
      }
      case CUT_LINK -> {
        recorder.fault("cut link", node + " to node " + fault.other());
        network.cut(fault.whom(), fault.other());
        heal(fault);
      }
      case KILL_DATABASE -> {
        recorder.fault("kill database", "database");
        network.killDatabase();
        pass(fault.millis());
        network.restartDatabase();
        recorder.fault("database is back", "database");
      }
    }
  }

  private void heal(Fault fault) {
    pass(fault.millis());
    recorder.fault("heal", "node " + fault.whom());
    network.heal();
  }

  // The time that the schedule gives, and no wait for anything.
  private static void pass(long millis) {
    long end = Recorder.now() + Duration.ofMillis(millis).toNanos();
    for (long left = end - Recorder.now(); left > 0; left = end - Recorder.now()) {
      LockSupport.parkNanos(left);
    }
  }

  private void kick() {
    var random = new Random(seed);
    while (!isOver) {
      pass(random.nextInt(MOST_BETWEEN_KICKS_NANOS) / 1_000_000);
      var op = members.getFirst().connection();
      if (op != null && !isOver) {
        try {
          op.kick(TALK.getFirst(), PUT_OUT.get(random.nextInt(PUT_OUT.size())));
        } catch (IrcClient.Gone _) {
          // the next one will do
        }
      }
    }
  }

  // ---- After ----

  // All has been said, and everybody has heard the last of it.
  private void rest() throws InterruptedException {
    isOver = true;
    claimers.forEach(Claimer::end);
    members.forEach(Member::fallSilent);
    await("came to rest", () -> members.stream().allMatch(Member::isAtRest));
    var speaker = members.getFirst().connection();
    for (var channel : TALK) {
      if (speaker != null) {
        speaker.say(channel, LAST + channel);
      }
    }
    await("heard the last words", () -> members.stream().allMatch(FaultRun::hasHeardAll));
    for (var entry : recorder.entries()) {
      if (entry instanceof Sent sent && sent.msgid() != null && sent.text().startsWith(LAST)) {
        members.forEach(member -> settle(member, sent.channel(), sent.msgid()));
      }
    }
  }

  private static boolean hasHeardAll(Member member) {
    var connection = member.connection();
    return connection != null
        && TALK.stream().allMatch(channel -> connection.hasHeard(LAST + channel));
  }

  private void await(String what, BooleanSupplier isSo) throws InterruptedException {
    if (!recorder.await(isSo)) {
      recorder.trouble("not everybody " + what);
    }
  }

  private void settle(Member member, String channel, String msgid) {
    var connection = member.connection();
    if (connection != null) {
      recorder.note(new Settled(connection.id(), channel, msgid, Recorder.now()));
    }
  }

  // On every node, and again when all have been killed once more: what counts is on disk.
  private void readAll() throws InterruptedException {
    members.forEach(Member::end);
    for (int node = 0; node < network.nodes(); node++) {
      read("node " + node, node);
    }
    for (int node = 0; node < network.nodes(); node++) {
      network.kill(node);
    }
    for (int node = 0; node < network.nodes(); node++) {
      network.restart(node);
    }
    if (awaitWhole("the last kill")) {
      read("node 0 after the last kill", 0);
    }
  }

  private void read(String source, int node) {
    try (var reader = enter(AUDITOR, node)) {
      for (var channel : CHANNELS) {
        for (var message : Readings.after(reader, channel, Readings.BEGINNING)) {
          recorder.note(new Kept(source, message, Recorder.now()));
        }
      }
    }
  }

  private void troublesInLogs() {
    for (var log : network.logs()) {
      try (var lines = Files.lines(log)) {
        lines
            .filter(line -> line.contains(" ERROR "))
            .filter(line -> EXPECTED.stream().noneMatch(line::contains))
            .forEach(recorder::trouble);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void end() throws InterruptedException {
    isOver = true;
    claimers.forEach(Claimer::end);
    members.forEach(Member::end);
    for (var thread : threads) {
      if (!thread.join(Duration.ofMillis(2L * IrcClient.PATIENCE_MILLIS))) {
        recorder.trouble("a client does not end: " + thread.getName());
      }
    }
  }
}
