package chat.salon.outbound;

import chat.salon.outbound.Result.Answered;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// Reads one answer, and of its body no more than is wanted. Belongs to the event loop.
final class Reading {
  private final Call call;

  Reading(Call call) {
    this.call = call;
  }

  /// What was read, as it came.
  record Raw(Answered answered) {
    /// The same with its body unpacked, which may be far longer: no more than so many bytes of it.
    Answered unpacked(int most) {
      return "gzip".equals(answered.header("content-encoding").strip().toLowerCase(Locale.ROOT))
          ? inflated(most)
          : answered;
    }

    private Answered inflated(int most) {
      var body = new byte[0];
      boolean isWhole = false;
      try (var in = new GZIPInputStream(answered.body().stream())) {
        body = readUpTo(in, most);
        isWhole = answered.isWhole() && in.read() < 0;
      } catch (IOException _) {
        // what comes before the place where it is cut off or broken counts
      }
      return new Answered(
          answered.from(), answered.status(), answered.headers(), new Bytes(body), isWhole);
    }

    // As far as it can be read.
    private static byte[] readUpTo(GZIPInputStream in, int most) {
      var body = new byte[most];
      int length = 0;
      try {
        int read = 0;
        while (length < most && read >= 0) {
          length += read;
          read = in.read(body, length, most - length);
        }
      } catch (IOException _) {
        // cut off there
      }
      return Arrays.copyOf(body, length);
    }
  }

  Future<Raw> read(HttpClientResponse response) {
    var done = Promise.<Raw>promise();
    var headers = headers(response);
    var body = Buffer.buffer();
    response.exceptionHandler(done::tryFail);
    if (call.bytes() == 0 || !call.isWanted().test(headers.getOrDefault("content-type", ""))) {
      finish(response, done, headers, body, false);
      return done.future();
    }
    response.endHandler(_ -> done.tryComplete(raw(response, headers, body, true)));
    response.handler(part -> {
      int room = call.bytes() - body.length();
      body.appendBuffer(part, 0, Math.min(room, part.length()));
      if (part.length() > room) {
        finish(response, done, headers, body, false);
      }
    });
    return done.future();
  }

  private void finish(
      HttpClientResponse response,
      Promise<Raw> done,
      Map<String, String> headers,
      Buffer body,
      boolean isWhole) {
    if (done.tryComplete(raw(response, headers, body, isWhole))) {
      response.exceptionHandler(_ -> {}); // told of the end that comes next
      response.request().reset();
    }
  }

  private Raw raw(
      HttpClientResponse response, Map<String, String> headers, Buffer body, boolean isWhole) {
    return new Raw(
        new Answered(
            call.to(), response.statusCode(), headers, new Bytes(body.getBytes()), isWhole));
  }

  private static Map<String, String> headers(HttpClientResponse response) {
    var headers = new HashMap<String, String>();
    response
        .headers()
        .forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
    return headers;
  }
}
