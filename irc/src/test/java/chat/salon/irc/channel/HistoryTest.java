package chat.salon.irc.channel;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.ChannelName;
import chat.salon.core.Event;
import chat.salon.core.Event.TopicSet;
import chat.salon.core.Stamps;
import chat.salon.core.port.Page;
import chat.salon.irc.Cast;
import chat.salon.irc.EventLines;
import chat.salon.irc.channel.HistoryQuery.Messages;
import chat.salon.irc.channel.HistoryQuery.Targets;
import chat.salon.irc.channel.HistoryQuery.Wrong;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HistoryTest {
  private static final ChannelName TEA = ChannelName.trusted("#tea");

  // ten messages, one a second
  private final List<Event> log =
      IntStream.range(0, 10)
          .<Event>mapToObj(i -> new TopicSet(Cast.kept(i), TEA, Cast.ALICE, "m" + i))
          .toList();

  @Test
  void latest() {
    assertThat(read("LATEST #tea * 100")).isEqualTo(range(0, 10));
    assertThat(read("LATEST #tea * 3")).isEqualTo(range(7, 10));
    assertThat(read("LATEST #tea " + msgid(4) + " 100")).isEqualTo(range(5, 10));
    assertThat(read("LATEST #tea " + time(4) + " 2")).isEqualTo(range(8, 10));
  }

  @Test
  void before_and_after() {
    assertThat(read("BEFORE #tea " + msgid(6) + " 100")).isEqualTo(range(0, 6));
    assertThat(read("before #tea " + time(6) + " 2")).isEqualTo(range(4, 6));
    assertThat(read("AFTER #tea " + msgid(3) + " 100")).isEqualTo(range(4, 10));
    assertThat(read("AFTER #tea " + time(3) + " 3")).isEqualTo(range(4, 7));
  }

  @Test
  void between_counts_from_its_first_moment() {
    for (var from : List.of(msgid(0), time(0))) {
      for (var to : List.of(msgid(9), time(9))) {
        assertThat(read("BETWEEN #tea " + from + " " + to + " 100")).isEqualTo(range(1, 9));
        assertThat(read("BETWEEN #tea " + to + " " + from + " 100")).isEqualTo(range(1, 9));
        assertThat(read("BETWEEN #tea " + from + " " + to + " 3")).isEqualTo(range(1, 4));
        assertThat(read("BETWEEN #tea " + to + " " + from + " 3")).isEqualTo(range(6, 9));
      }
    }
    assertThat(read("BETWEEN #tea " + time(4) + " " + time(4) + " 3")).isEmpty();
  }

  @Test
  void around_has_the_message_in_the_middle() {
    assertThat(read("AROUND #tea " + msgid(7) + " 1")).isEqualTo(range(7, 8));
    assertThat(read("AROUND #tea " + msgid(7) + " 3")).isEqualTo(range(6, 9));
    assertThat(read("AROUND #tea " + time(7) + " 4")).isEqualTo(range(5, 9));
    assertThat(read("AROUND #tea " + msgid(9) + " 4")).isEqualTo(range(6, 10));
    assertThat(read("AROUND #tea " + time(0) + " 3")).isEqualTo(range(0, 2));
  }

  @Test
  void nobody_gets_more_than_the_server_gives() {
    assertThat(((Messages) parse("LATEST #tea * 5000")).limit()).isEqualTo(1000);
  }

  @Test
  void targets_go_either_way() {
    var forwards = (Targets) parse("TARGETS " + time(1) + " " + time(5) + " 10");
    assertThat(forwards.isBackwards()).isFalse();
    var backwards = (Targets) parse("TARGETS " + time(5) + " " + time(1) + " 10");
    assertThat(backwards.isBackwards()).isTrue();
    assertThat(backwards.earlier()).isEqualTo(forwards.earlier());
    assertThat(parse("TARGETS " + msgid(1) + " " + time(5) + " 10")).isInstanceOf(Wrong.class);
    assertThat(
            parse(
                "TARGETS timestamp=2020-01-01T00:00:00.000Z timestamp=2262-01-01T00:00:00.000Z 1"))
        .isInstanceOf(Targets.class);
  }

  @Test
  void what_cannot_be_read_is_said_by_its_code() {
    assertThat(wrong("LATER #tea * 10")).isEqualTo("INVALID_PARAMS LATER :Unknown command");
    assertThat(wrong("LATEST #tea *")).isEqualTo("INVALID_PARAMS LATEST :Insufficient parameters");
    assertThat(wrong("LATEST")).isEqualTo("INVALID_PARAMS LATEST :Insufficient parameters");
    assertThat(wrong("LATEST #tea * 1 1")).isEqualTo("INVALID_PARAMS LATEST :Too many parameters");
    assertThat(wrong("BETWEEN #tea * 10"))
        .isEqualTo("INVALID_PARAMS BETWEEN :Insufficient parameters");
    for (var limit : List.of("0", "-1", "ten")) {
      assertThat(wrong("LATEST #tea * " + limit))
          .isEqualTo("INVALID_PARAMS LATEST " + limit + " :Invalid limit");
    }
    for (var time :
        List.of("yesterday", "2026-13-01T00:00:00.000Z", "+999999999-12-31T23:59:59Z")) {
      assertThat(wrong("BEFORE #tea timestamp=" + time + " 10"))
          .isEqualTo("INVALID_PARAMS BEFORE " + time + " :Invalid timestamp");
    }
    assertThat(wrong("BEFORE #tea * 10")).startsWith("INVALID_PARAMS BEFORE * :");
    assertThat(wrong("BEFORE #tea uuid=1 10"))
        .startsWith("INVALID_MSGREFTYPE BEFORE #tea uuid=1 :");
    assertThat(wrong("BEFORE #tea msgid=1 10")).startsWith("MESSAGE_ERROR BEFORE #tea msgid=1 :");
  }

  private static HistoryQuery parse(String params) {
    return HistoryParser.parse(List.of(params.split(" ")), 1000);
  }

  private static String wrong(String params) {
    var wrong = (Wrong) parse(params);
    return wrong.code() + ' ' + String.join(" ", wrong.context()) + " :" + wrong.text();
  }

  private List<Event> read(String params) {
    return ((Messages) parse(params))
        .read(TEA, false, page -> Optional.of(page(page)))
        .orElseThrow();
  }

  private List<Event> page(Page page) {
    var found =
        log.stream()
            .filter(event -> event.stamp().id() > page.above())
            .filter(event -> event.stamp().id() < page.below())
            .toList();
    int most = Math.min(page.limit(), found.size());
    return page.newest()
        ? found.subList(found.size() - most, found.size())
        : found.subList(0, most);
  }

  private List<Event> range(int from, int to) {
    return log.subList(from, to);
  }

  private String msgid(int i) {
    return "msgid=" + log.get(i).stamp().msgid();
  }

  private String time(int i) {
    return "timestamp=" + EventLines.time(Stamps.time(log.get(i).stamp().id()));
  }
}
