package chat.salon.cluster;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/// With what a node proves that it is itself, and whom it believes. Plain data, any thread.
///
/// @param key that belongs to the first certificate of the chain
/// @param chain the node's own certificate first
/// @param trusted the authorities that may have signed those of other nodes; nobody else may
public record NodeKeys(PrivateKey key, List<X509Certificate> chain, List<X509Certificate> trusted) {

  public NodeKeys {
    chain = List.copyOf(chain);
    trusted = List.copyOf(trusted);
    if (chain.isEmpty() || trusted.isEmpty()) {
      throw new IllegalArgumentException("a node needs a certificate, and somebody to trust");
    }
  }

  X509Certificate own() {
    return chain.getFirst();
  }

  @Override
  public String toString() {
    return "NodeKeys[" + own().getSubjectX500Principal() + "]";
  }
}
