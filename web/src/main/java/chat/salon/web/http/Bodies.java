package chat.salon.web.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/// Reads the body of a request, and no more of it than is allowed. On the event loop.
final class Bodies {
  private Bodies() {}

  /// Fails with [TooLarge] as soon as it is known to be.
  static Future<Buffer> read(HttpServerRequest request, int most) {
    var promise = Promise.<Buffer>promise();
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
    return promise.future();
  }

  private static long length(HttpServerRequest request) {
    var header = request.getHeader("Content-Length");
    try {
      return header == null ? 0 : Long.parseLong(header);
    } catch (NumberFormatException _) {
      return Long.MAX_VALUE;
    }
  }

  /// There is more than may be.
  static final class TooLarge extends RuntimeException {
    TooLarge() {
      super("too large", null, false, false);
    }
  }
}
