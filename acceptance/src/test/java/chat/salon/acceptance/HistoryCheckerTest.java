package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.HistoryChecker.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The judge is tried first: it must see each kind of fault, and none where there is none.
class HistoryCheckerTest {
  private static final List<Message> TRUTH =
      IntStream.range(0, 10)
          .mapToObj(i -> new Message("id" + i, "w" + i % 2, "text " + i))
          .toList();

  @Test
  void a_good_history_has_no_problems() {
    assertThat(checker(_ -> {}).problems(TRUTH)).isEmpty();
  }

  @Test
  void what_nobody_heard_may_be_there_or_not() {
    var checker = checker(heard -> heard.subList(8, 10).clear());
    assertThat(checker.problems(TRUTH)).isEmpty();
    assertThat(checker.problems(TRUTH.subList(0, 8))).isEmpty();
  }

  @Test
  void who_came_later_heard_less() {
    assertThat(checker(heard -> heard.subList(0, 4).clear()).problems(TRUTH)).isEmpty();
  }

  @Test
  void a_lost_message_is_found() {
    assertThat(problems(history -> history.remove(9))).anyMatch(p -> p.startsWith("lost"));
    assertThat(problems(history -> history.remove(4))).anyMatch(p -> p.startsWith("lost"));
  }

  @Test
  void a_doubled_message_is_found() {
    assertThat(problems(history -> history.add(new Message("id95", "w1", "text 9"))))
        .containsExactly("twice: Message[msgid=id95, by=w1, text=text 9]");
    assertThat(problems(history -> history.add(history.getLast())))
        .anyMatch(p -> p.startsWith("ids go back"));
  }

  @Test
  void an_invented_message_is_found() {
    assertThat(problems(history -> history.add(new Message("id95", "w1", "never said"))))
        .anyMatch(p -> p.startsWith("invented"));
    assertThat(problems(history -> history.add(new Message("id95", "w0", "text 11"))))
        .anyMatch(p -> p.startsWith("invented"));
  }

  @Test
  void a_changed_message_is_found() {
    assertThat(problems(history -> history.set(3, new Message("id3", "w1", "text 11"))))
        .anyMatch(p -> p.startsWith("changed"));
  }

  @Test
  void another_order_is_found() {
    var checker = checker(heard -> heard.add(5, heard.remove(6)));
    assertThat(checker.problems(TRUTH)).anyMatch(p -> p.startsWith("out of order"));
  }

  @Test
  void a_gap_in_what_was_heard_is_found() {
    assertThat(checker(heard -> heard.remove(5)).problems(TRUTH))
        .anyMatch(p -> p.startsWith("gap"));
  }

  @Test
  void a_message_heard_twice_is_found() {
    assertThat(checker(heard -> heard.add(5, heard.get(5))).problems(TRUTH))
        .anyMatch(p -> p.startsWith("out of order"));
  }

  private static List<String> problems(Consumer<List<Message>> fault) {
    var history = new ArrayList<>(TRUTH);
    fault.accept(history);
    return checker(_ -> {}).problems(history);
  }

  // All was said, and 11 too, which nobody heard; one listener heard the truth but for a fault.
  private static HistoryChecker checker(Consumer<List<Message>> fault) {
    var checker = new HistoryChecker();
    TRUTH.forEach(message -> checker.sent(message.by(), message.text()));
    checker.sent("w1", "text 11");
    var heard = new ArrayList<>(TRUTH);
    fault.accept(heard);
    heard.forEach(message -> checker.heard("listener", message));
    return checker;
  }
}
