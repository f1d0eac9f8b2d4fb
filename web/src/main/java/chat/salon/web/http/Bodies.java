package chat.salon.web.http;

import chat.salon.web.WebSettings;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;

/// Reads the body of a request, and no more of it than is allowed. On the event loop.
final class Bodies {
  private Bodies() {}

  private static final long SECOND = 1000;

  /// Fails with [TooLarge] as soon as it is known to be, and with [TooSlow] when it comes by drops
  /// (security H6).
  static Future<Buffer> read(HttpServerRequest request, WebSettings settings) {
    var promise = Promise.<Buffer>promise();
    int most = settings.bodyBytes();
    if (length(request) > most) {
      return Future.failedFuture(new TooLarge());
    }
    var body = Buffer.buffer();
    request.handler(part -> {
      if (body.length() + part.length() > most) {
        promise.tryFail(new TooLarge());
      } else {
        body.appendBuffer(part);
      }
    });
    request.endHandler(_ -> promise.tryComplete(body));
    request.exceptionHandler(promise::tryFail);
    return request.isEnded() ? promise.future() : hurried(promise, body, settings);
  }

  // It has as long as a head has, and then a second for each so many bytes.
  private static Future<Buffer> hurried(
      Promise<Buffer> promise, Buffer body, WebSettings settings) {
    var vertx = Vertx.currentContext().owner();
    long began = System.nanoTime();
    long timer =
        vertx.setPeriodic(
            SECOND,
            _ -> {
              long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
              long due = (seconds - settings.headSeconds()) * settings.bodyBytesPerSecond();
              if (body.length() < due) {
                promise.tryFail(new TooSlow());
              }
            });
    return promise.future().onComplete(_ -> vertx.cancelTimer(timer));
  }

  private static long length(HttpServerRequest request) {
    var header = request.getHeader("Content-Length");
    try {
      return header == null ? 0 : Long.parseLong(header);
    } catch (NumberFormatException _) {
      return Long.MAX_VALUE;
    }
  }

  /// There is less than has to be by now.
  static final class TooSlow extends RuntimeException {
    TooSlow() {
      super("too slow", null, false, false);
    }
  }

  /// There is more than may be.
  static final class TooLarge extends RuntimeException {
    TooLarge() {
      super("too large", null, false, false);
    }
  }
}
