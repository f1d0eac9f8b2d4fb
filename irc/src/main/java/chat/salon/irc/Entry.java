package chat.salon.irc;

import chat.salon.irc.arrival.Peer;
import io.netty.channel.Channel;

/// How one connection came in, and who is behind it. Any thread.
final class Entry {
  private final Gate gate;
  private final Channel channel;
  private final boolean isWebSocket;
  private volatile Peer peer;

  Entry(Gate gate, Channel channel, Peer peer, boolean isWebSocket) {
    this.gate = gate;
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

  /// See [IrcSession#speaksFor].
  String speaksFor(Peer client) {
    peer = client;
    return gate.refusal(channel, client.address());
  }
}
