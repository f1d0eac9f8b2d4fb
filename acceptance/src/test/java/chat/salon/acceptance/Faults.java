package chat.salon.acceptance;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/// What Salon logs as an error while a test runs, and what ends a thread: faults of ours, none of
/// which a client may cause.
final class Faults extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger("chat.salon");
  private boolean areExpected;

  static Faults watch() {
    var faults = new Faults();
    faults.start();
    faults.logger.addAppender(faults);
    Thread.setDefaultUncaughtExceptionHandler((_, fault) -> faults.uncaught(fault));
    return faults;
  }

  private void uncaught(Throwable fault) {
    var trace = new StringWriter();
    fault.printStackTrace(new PrintWriter(trace));
    logged.add("uncaught: " + trace);
  }

  void expect() {
    areExpected = true;
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
      var thrown = event.getThrowableProxy();
      logged.add(
          event.getFormattedMessage()
              + (thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown)));
    }
  }

  @Override
  public void close() {
    Thread.setDefaultUncaughtExceptionHandler(null);
    logger.detachAppender(this);
    stop();
    if (!areExpected && !logged.isEmpty()) {
      throw new AssertionError("faults were logged:\n" + String.join("\n", logged));
    }
  }
}
