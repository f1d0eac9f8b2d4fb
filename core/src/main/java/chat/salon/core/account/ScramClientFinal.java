package chat.salon.core.account;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The second and last message of a SCRAM client (RFC 5802 §7). Pure.
///
/// @param withoutProof all but the proof, as it was sent
/// @param channelBinding in base64
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record ScramClientFinal(String withoutProof, String channelBinding, String nonce, byte[] proof) {

  /// The message, or empty when it is malformed.
  static Optional<ScramClientFinal> parse(byte[] message) {
    return ScramAttributes.text(message).flatMap(ScramClientFinal::parse);
  }

  private static Optional<ScramClientFinal> parse(String text) {
    int proofAt = text.lastIndexOf(",p=");
    if (proofAt < 0) {
      return Optional.empty();
    }
    var withoutProof = text.substring(0, proofAt);
    var attributes = List.of(withoutProof.split(",", -1));
    var binding = ScramAttributes.value(attributes, 0, 'c');
    var nonce = ScramAttributes.value(attributes, 1, 'r');
    var proof = proof(text.substring(proofAt + 3));
    if (binding.isEmpty()
        || nonce.isEmpty()
        || proof.isEmpty()
        || !ScramAttributes.areOptional(attributes.subList(2, attributes.size()))) {
      return Optional.empty();
    }
    return Optional.of(new ScramClientFinal(withoutProof, binding.get(), nonce.get(), proof.get()));
  }

  private static Optional<byte[]> proof(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64))
          .filter(proof -> proof.length == Sha256.LENGTH);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "ScramClientFinal[…]";
  }
}
