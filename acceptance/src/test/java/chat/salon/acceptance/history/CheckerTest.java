package chat.salon.acceptance.history;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.history.Entry.Began;
import chat.salon.acceptance.history.Entry.Ended;
import chat.salon.acceptance.history.Entry.Heard;
import chat.salon.acceptance.history.Entry.Kept;
import chat.salon.acceptance.history.Entry.Kicked;
import chat.salon.acceptance.history.Entry.Result;
import chat.salon.acceptance.history.Entry.Sent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The judge is tried first: it finds each kind of fault, and none where there is none.
class CheckerTest {
  private static final int STEPS = 20_000;
  private static final int CLEAN_RUNS = 100;
  private static final int PLANTED_RUNS = 3;

  @TempDir private Path folder;

  @Test
  void a_correct_run_gives_no_alarm() {
    var seeds = LongStream.range(0, CLEAN_RUNS).toArray();
    for (long seed : seeds) {
      var report = Checker.check(MadeUpRun.log(seed, STEPS, null));
      assertThat(report.violations()).as(report::details).isEmpty();
      assertThat(report.figures().ok()).isGreaterThan(1000);
      assertThat(report.figures().replayed()).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(Planted.class)
  void a_planted_fault_is_found_in_every_run(Planted fault) {
    int steps = fault == Planted.ONE_IN_10000_NOT_DELIVERED ? 10 * STEPS : STEPS;
    for (long seed = 0; seed < PLANTED_RUNS; seed++) {
      var report = Checker.check(MadeUpRun.log(seed, steps, fault));
      assertThat(report.counts()).as(report::summary).containsKey(fault.invariant);
      assertThat(report.details()).contains(fault.invariant + " violated", "schedule", "kill");
    }
  }

  @Test
  void a_log_is_read_as_it_was_written() {
    var log = MadeUpRun.log(1, STEPS, Planted.DELIVERED_TWICE);
    var file = folder.resolve("run.jsonl");
    Log.write(log, file);
    assertThat(Log.read(file)).isEqualTo(log);
    assertThat(Checker.check(Log.read(file)).details()).isEqualTo(Checker.check(log).details());
  }

  @Test
  void nobody_knows_what_became_of_what_was_not_answered() {
    var unanswered = sent("maybe", Result.INFO, null);
    assertThat(Checker.check(List.of(unanswered)).violations()).isEmpty();
    assertThat(Checker.check(List.of(unanswered, kept("maybe", "id1"))).violations()).isEmpty();
    assertThat(
            Checker.check(List.of(unanswered, kept("maybe", "id1"), kept("maybe", "id2"))).counts())
        .containsOnlyKeys(Invariant.N3);
  }

  @Test
  void an_acknowledged_message_that_is_gone_is_lost_even_when_nothing_is_left() {
    assertThat(Checker.check(List.of(sent("hi", Result.OK, "id1"))).counts())
        .containsOnlyKeys(Invariant.N1);
  }

  @Test
  void what_was_asked_for_before_a_kick_may_come_after_it_but_nothing_that_was_said_since() {
    var log =
        List.<Entry>of(
            new Began("bob/1", "bob", "#tea", null, 0),
            sent("hi", Result.OK, "id1"),
            new Kicked("bob", "#tea", 3, 4),
            new Ended("bob/1", "#tea", 5),
            new Heard("bob/1", new Message("#tea", "id1", "alice", "hi"), true, 6),
            kept("hi", "id1"));
    assertThat(Checker.check(log).violations()).isEmpty();

    var since = new ArrayList<Entry>(log);
    since.set(2, new Kicked("bob", "#tea", 0, 0));
    assertThat(Checker.check(since).counts()).isEmpty();
    since.set(0, new Began("bob/1", "bob", "#tea", null, -1));
    assertThat(Checker.check(since).counts()).containsOnlyKeys(Invariant.N9);
  }

  @Test
  void a_long_log_is_judged_in_little_time() {
    var log = MadeUpRun.log(7, 20 * STEPS, null);
    long began = System.nanoTime();
    var report = Checker.check(log);
    var time = Duration.ofNanos(System.nanoTime() - began);
    assertThat(report.violations()).as(report::details).isEmpty();
    System.out.printf("checked %d entries in %d ms%n", log.size(), time.toMillis());
    assertThat(time).isLessThan(Duration.ofMinutes(1));
  }

  private static Sent sent(String text, Result result, @Nullable String msgid) {
    return new Sent("alice", "alice/1", "#tea", text, 1, 2, result, msgid, null);
  }

  private static Kept kept(String text, String msgid) {
    return new Kept("first", new Message("#tea", msgid, "alice", text), 9);
  }
}
