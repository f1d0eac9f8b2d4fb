package chat.salon.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a node takes part in the network.
///
/// @param node its number, unlike any other node's
/// @param name its name, for people
/// @param listen where it listens for other nodes
/// @param announced where they reach it
/// @param join nodes to join, any of which may be down
/// @param mayBegin whether this node begins a network when none of those answers
/// @param patience how long to wait for another node's answer
/// @param heartbeatPause a node that is silent for so long is suspected to be dead
/// @param stableAfter for how long nothing must change before the suspected are put out
/// @param window messages that may be on their way to a node
/// @param backlog messages that may wait for a slow node before it loses track
/// @param idle after this time without a request a conversation's owner is let go
/// @param proofWait how long a request for somebody waits for the directory to vouch for them
/// @param proofQueue so many requests of one node may wait for that
/// @param proofMemory how long is believed what the directory said of somebody before
/// @param tls by which nodes prove who they are; empty for plain connections
public record Settings(
    int node,
    String name,
    Endpoint listen,
    Endpoint announced,
    List<Endpoint> join,
    boolean mayBegin,
    Duration patience,
    Duration heartbeatPause,
    Duration stableAfter,
    int window,
    int backlog,
    Duration idle,
    Duration proofWait,
    int proofQueue,
    Duration proofMemory,
    Optional<NodeTls> tls) {

  /// A host and a port.
  public record Endpoint(String host, int port) {
    @Override
    public String toString() {
      return (host.contains(":") ? '[' + host + ']' : host) + ':' + port;
    }
  }
}
