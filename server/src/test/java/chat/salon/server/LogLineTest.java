package chat.salon.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LogLineTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00.123Z");

  @Test
  void an_event_is_one_line_for_people() {
    assertThat(text(new LogLine.Text(), "Listening on {}", null, 6667))
        .isEqualTo("2026-06-01T12:00:00.123Z INFO  server.Server: Listening on 6667\n");
  }

  @Test
  void an_event_is_one_object_for_programs() {
    var json =
        JsonMapper.shared()
            .readTree(
                text(new LogLine.Json(), "a \"quoted\" \\ {}", null, "\u001b[2Jé\udb40\udc01"));
    assertThat(json.get("time").asString()).isEqualTo("2026-06-01T12:00:00.123Z");
    assertThat(json.get("level").asString()).isEqualTo("INFO");
    assertThat(json.get("logger").asString()).isEqualTo("server.Server");
    assertThat(json.get("message").asString()).isEqualTo("a \"quoted\" \\ \u001b[2Jé\udb40\udc01");
    assertThat(json.has("fault")).isFalse();
  }

  @Test
  void nothing_in_an_event_begins_a_line_or_moves_a_cursor() {
    for (var line : new LogLine[] {new LogLine.Text(), new LogLine.Json()}) {
      assertThat(text(line, "{}", null, "a\r\nb\u001b]0;title\u0007\u2028\u202e"))
          .contains("a\\u000d\\u000ab\\u001b]0;title\\u0007\\u2028\\u202e")
          .hasLineCount(1);
    }
  }

  @Test
  void a_fault_is_on_the_same_line_with_its_causes() {
    var fault = new IllegalStateException("broken", new IllegalArgumentException("why\nso"));
    for (var line : new LogLine[] {new LogLine.Text(), new LogLine.Json()}) {
      assertThat(text(line, "Failed", fault))
          .contains("java.lang.IllegalStateException: broken at chat.salon.server.LogLineTest.")
          .contains("because of java.lang.IllegalArgumentException: why\\u000aso")
          .hasLineCount(1);
    }
  }

  private static String text(
      LogLine line, String message, @Nullable Throwable fault, Object... arguments) {
    var logger = new LoggerContext().getLogger("chat.salon.server.Server");
    var event = new LoggingEvent("", logger, Level.INFO, message, fault, arguments);
    event.setInstant(NOW);
    return new String(line.encode(event), UTF_8);
  }
}
