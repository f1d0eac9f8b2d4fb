package chat.salon.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/// How a log event becomes one line, whatever stands in it: what people sent can neither begin a
/// line of its own nor move the cursor of a terminal.
abstract sealed class LogLine extends EncoderBase<ILoggingEvent> {
  private static final String PACKAGE = "chat.salon.";
  private static final int FRAMES = 12;

  abstract String line(ILoggingEvent event);

  /// For people: `2026-01-31T12:00:00.000Z INFO server.Server: Listening`.
  static final class Text extends LogLine {
    @Override
    String line(ILoggingEvent event) {
      var line =
          "%-24s %-5s %s: %s"
              .formatted(
                  event.getInstant().truncatedTo(ChronoUnit.MILLIS),
                  event.getLevel(),
                  logger(event),
                  event.getFormattedMessage());
      return escaped(line + (event.getThrowableProxy() == null ? "" : " | " + fault(event)));
    }
  }

  /// For programs: an object with `time`, `level`, `logger`, `thread`, `message`, and `fault`.
  static final class Json extends LogLine {
    @Override
    String line(ILoggingEvent event) {
      var fields = new LinkedHashMap<String, String>();
      fields.put("time", event.getInstant().toString());
      fields.put("level", event.getLevel().toString());
      fields.put("logger", logger(event));
      fields.put("thread", event.getThreadName());
      fields.put("message", event.getFormattedMessage());
      if (event.getThrowableProxy() != null) {
        fields.put("fault", fault(event));
      }
      return fields.entrySet().stream()
          .map(field -> quoted(field.getKey()) + ":" + quoted(field.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
  }

  private static String logger(ILoggingEvent event) {
    var name = event.getLoggerName();
    return name.startsWith(PACKAGE) ? name.substring(PACKAGE.length()) : name;
  }

  // The fault and its causes, each with where it happened, the nearest place first.
  private static String fault(ILoggingEvent event) {
    var text = new StringBuilder();
    IThrowableProxy fault = event.getThrowableProxy();
    while (fault != null) {
      text.append(text.isEmpty() ? "" : " | because of ").append(fault.getClassName());
      if (fault.getMessage() != null) {
        text.append(": ").append(fault.getMessage());
      }
      var frames = fault.getStackTraceElementProxyArray();
      int shown = Math.min(FRAMES, frames.length - fault.getCommonFrames());
      for (int i = 0; i < shown; i++) {
        text.append(i == 0 ? " at " : " < ").append(frames[i].getStackTraceElement());
      }
      fault = fault.getCause();
    }
    return text.toString();
  }

  private static String escaped(String text) {
    return text.codePoints()
        .mapToObj(c -> isHarmless(c) ? Character.toString(c) : escape(c))
        .collect(Collectors.joining());
  }

  private static String escape(int c) {
    return Character.toString(c)
        .chars()
        .mapToObj("\\u%04x"::formatted)
        .collect(Collectors.joining());
  }

  private static String quoted(String text) {
    var plain = text.replace("\\", "\\\\").replace("\"", "\\\"");
    return '"' + escaped(plain) + '"';
  }

  private static boolean isHarmless(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.SURROGATE;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    return (line(event) + System.lineSeparator()).getBytes(UTF_8);
  }

  @Override
  public byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] footerBytes() {
    return new byte[0];
  }
}
