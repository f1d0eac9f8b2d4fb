package chat.salon.server;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.LoggerFactory;

/// Where log events go: to the standard error output, one line each, by a thread of its own, so
/// that a slow terminal holds up nobody. Logback finds this class by itself, and looks for no file.
public final class Logs extends ContextAwareBase implements Configurator {
  private static final String OURS = "chat.salon";
  private static final int QUEUE = 4096;

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    apply(context, LogSettings.DEFAULT);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /// Takes the settings for all events from now on.
  static void apply(LogSettings settings) {
    apply((LoggerContext) LoggerFactory.getILoggerFactory(), settings);
  }

  /// Writes what is waiting. No event is written after this.
  static void close() {
    ((LoggerContext) LoggerFactory.getILoggerFactory()).stop();
  }

  private static void apply(LoggerContext context, LogSettings settings) {
    var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var lines = lines(context, settings.format());
    root.detachAndStopAllAppenders();
    root.addAppender(lines);
    var level = Level.toLevel(settings.level().name());
    context.getLogger(OURS).setLevel(level);
    root.setLevel(ofOthers(level));
  }

  // Libraries are heard when something is wrong. Their details may hold what people write.
  private static Level ofOthers(Level ours) {
    return ours.isGreaterOrEqual(Level.WARN) ? ours : Level.WARN;
  }

  private static AsyncAppender lines(LoggerContext context, LogSettings.Format format) {
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setContext(context);
    console.setTarget("System.err");
    console.setEncoder(encoder(context, format));
    console.start();
    var queue = new AsyncAppender();
    queue.setContext(context);
    queue.setQueueSize(QUEUE);
    queue.setDiscardingThreshold(0);
    queue.setNeverBlock(true);
    queue.addAppender(console);
    queue.start();
    return queue;
  }

  private static Encoder<ILoggingEvent> encoder(LoggerContext context, LogSettings.Format format) {
    var encoder =
        switch (format) {
          case TEXT -> new LogLine.Text();
          case JSON -> new LogLine.Json();
        };
    encoder.setContext(context);
    encoder.start();
    return encoder;
  }
}
