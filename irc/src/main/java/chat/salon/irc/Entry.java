package chat.salon.irc;

import chat.salon.irc.arrival.Blocklists;
import chat.salon.irc.arrival.Listing;
import chat.salon.irc.arrival.Peer;
import io.netty.channel.Channel;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// How one connection came in, and who is behind it. Any thread.
final class Entry {
  private final Gate gate;
  private final Channel channel;
  private final boolean isWebSocket;
  private final Blocklists blocklists;
  private volatile Peer peer;
  private volatile CompletableFuture<List<Listing>> listings;

  Entry(Gate gate, Blocklists blocklists, Channel channel, Peer peer, boolean isWebSocket) {
    this.gate = gate;
    this.blocklists = blocklists;
    this.listings = blocklists.look(peer.address());
    this.channel = channel;
    this.peer = peer;
    this.isWebSocket = isWebSocket;
  }

  Peer peer() {
    return peer;
  }

  boolean isWebSocket() {
    return isWebSocket;
  }

  /// On which lists the address is. Comes in time.
  CompletableFuture<List<Listing>> listings() {
    return listings;
  }

  /// See [IrcSession#speaksFor].
  String speaksFor(Peer client) {
    peer = client;
    listings = blocklists.look(client.address());
    return gate.refusal(channel, client.address());
  }
}
