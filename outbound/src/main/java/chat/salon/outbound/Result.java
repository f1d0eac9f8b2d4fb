package chat.salon.outbound;

import java.util.Map;

/// What came of a call.
public sealed interface Result {
  /// There was an answer.
  ///
  /// @param from who gave it, after redirects
  /// @param headers names in lower case
  /// @param body as far as it was read, unpacked
  /// @param isWhole whether that is all of it
  record Answered(
      Address from, int status, Map<String, String> headers, Bytes body, boolean isWhole)
      implements Result {
    /// A header; empty when it is not there.
    public String header(String lowerCase) {
      return headers.getOrDefault(lowerCase, "");
    }
  }

  /// It leads to where this server does not connect to.
  record NotAllowed() implements Result {}

  /// No such name, no connection, or no answer in time.
  record NoAnswer() implements Result {}
}
