package chat.salon.core.account;

import java.util.List;
import java.util.Optional;

/// The first message of a SCRAM client (RFC 5802 §7). Pure.
///
/// @param gs2Header as it was sent
/// @param bare the rest, as it was sent
/// @param name who logs in
record ScramClientFirst(String gs2Header, String bare, String name, String nonce) {

  /// The message, or empty when it is malformed or wants what there is not: channel binding, an
  /// extension that has to be understood, to act as somebody else.
  static Optional<ScramClientFirst> parse(byte[] message) {
    return ScramAttributes.text(message).flatMap(ScramClientFirst::parse);
  }

  private static Optional<ScramClientFirst> parse(String text) {
    int flagEnd = text.indexOf(',');
    int headerEnd = text.indexOf(',', flagEnd + 1);
    if (flagEnd < 0 || headerEnd < 0) {
      return Optional.empty();
    }
    // "y": the client could bind and thinks that the server cannot. It is right. "p=…": it binds.
    var flag = text.substring(0, flagEnd);
    if (!flag.equals("n") && !flag.equals("y")) {
      return Optional.empty();
    }
    var actAs = actAs(text.substring(flagEnd + 1, headerEnd));
    var header = text.substring(0, headerEnd + 1);
    return bare(header, text.substring(headerEnd + 1))
        .filter(first -> actAs.isPresent() && SaslPlain.maySpeakFor(actAs.get(), first.name()));
  }

  private static Optional<String> actAs(String authzid) {
    if (authzid.isEmpty()) {
      return Optional.of("");
    }
    return ScramAttributes.value(List.of(authzid), 0, 'a').flatMap(ScramAttributes::name);
  }

  private static Optional<ScramClientFirst> bare(String header, String bare) {
    var attributes = List.of(bare.split(",", -1));
    var name = ScramAttributes.value(attributes, 0, 'n').flatMap(ScramAttributes::name);
    var nonce = ScramAttributes.value(attributes, 1, 'r').filter(ScramAttributes::isNonce);
    if (name.isEmpty()
        || nonce.isEmpty()
        || !ScramAttributes.areOptional(attributes.subList(2, attributes.size()))) {
      return Optional.empty();
    }
    return Optional.of(new ScramClientFirst(header, bare, name.get(), nonce.get()));
  }
}
