package chat.salon.outbound;

import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/// What is asked of an address.
///
/// @param timeout for all of it: the name, every redirect, the answer
/// @param redirects that are followed, each checked like the first address
/// @param bytes of the answer that are read at most, 0 for none, counted as they come and once more
///   as they are when they are unpacked
/// @param isWanted told of the header Content-Type; what is not wanted is not read
public record Call(
    HttpMethod method,
    Address to,
    Map<String, String> headers,
    Bytes body,
    Duration timeout,
    int redirects,
    int bytes,
    Predicate<String> isWanted) {

  /// Hands something over, and follows no redirect.
  public static Call post(
      Address to, Map<String, String> headers, Bytes body, Duration timeout, int bytes) {
    return new Call(HttpMethod.POST, to, headers, body, timeout, 0, bytes, _ -> true);
  }

  /// Reads something.
  public static Call get(
      Address to,
      Map<String, String> headers,
      Duration timeout,
      int redirects,
      int bytes,
      Predicate<String> isWanted) {
    return new Call(HttpMethod.GET, to, headers, Bytes.NONE, timeout, redirects, bytes, isWanted);
  }

  Call to(Address other) {
    return new Call(method, other, headers, body, timeout, redirects - 1, bytes, isWanted);
  }
}
