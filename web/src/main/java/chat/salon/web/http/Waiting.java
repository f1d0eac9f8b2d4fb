package chat.salon.web.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work that waits, done on a virtual thread, and finished where it began.
final class Waiting {
  private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);

  private Waiting() {}

  /// Called on an event loop, and completed there.
  static <T> Future<T> apart(Supplier<T> work) {
    var context = Vertx.currentContext();
    var promise = Promise.<T>promise();
    Thread.startVirtualThread(() -> {
      try {
        var result = work.get();
        context.runOnContext(_ -> promise.complete(result));
      } catch (RuntimeException | Error fault) {
        LOG.error("fault in a request", fault);
        context.runOnContext(_ -> promise.fail(fault));
      }
    });
    return promise.future();
  }
}
