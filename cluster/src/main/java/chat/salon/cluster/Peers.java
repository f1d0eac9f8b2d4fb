package chat.salon.cluster;

import chat.salon.cluster.Message.Ack;
import chat.salon.cluster.Message.Frames;
import chat.salon.cluster.Message.Parcel;
import chat.salon.cluster.Settings.Endpoint;
import chat.salon.core.port.Topology.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/// The other nodes of the network that are there now, and a link to each. Any thread; nothing
/// waits.
final class Peers {
  private final int node;
  private final LongSupplier ids;
  private final Link.Bounds bounds;
  private final BiConsumer<Integer, Parcel> parcels;
  private final IntConsumer lostTrack;
  private final Map<Integer, Peer> peers = new ConcurrentHashMap<>();
  private final Map<Integer, String> names = new ConcurrentHashMap<>();
  private final Map<Integer, Endpoint> places = new ConcurrentHashMap<>(); // also of the lost
  private final Map<Endpoint, Integer> present = new ConcurrentHashMap<>();

  /// @param inlet is run by `turn` only
  private record Peer(String name, Consumer<Message> wire, Link link, Inlet inlet, Serial turn) {}

  /// @param node the number of this node
  /// @param parcels gets what arrives from a node, in order, on a thread that may wait
  /// @param lostTrack is told when what a node sent is lost, on such a thread
  Peers(
      int node,
      LongSupplier ids,
      Link.Bounds bounds,
      BiConsumer<Integer, Parcel> parcels,
      IntConsumer lostTrack) {
    this.node = node;
    this.ids = ids;
    this.bounds = bounds;
    this.parcels = parcels;
    this.lostTrack = lostTrack;
  }

  /// A node has come.
  ///
  /// @param place where it is reached
  /// @param wire takes messages to it, or loses them
  void add(int peer, String name, Endpoint place, Consumer<Message> wire) {
    names.put(peer, name);
    places.put(peer, place);
    present.put(place, peer);
    peers.computeIfAbsent(
        peer,
        _ ->
            new Peer(
                name,
                wire,
                new Link(node, ids, bounds, wire),
                new Inlet(
                    node,
                    wire,
                    parcel -> parcels.accept(peer, parcel),
                    () -> lostTrack.accept(peer)),
                new Serial("from node " + peer)));
  }

  /// A node is no more.
  void remove(int peer) {
    peers.remove(peer);
    present.values().remove(peer);
  }

  Set<Integer> numbers() {
    return Set.copyOf(peers.keySet());
  }

  /// All nodes: this one first, the others by their numbers.
  ///
  /// @param name of this one
  List<Node> nodes(String name) {
    var nodes = new ArrayList<>(List.of(new Node(node, name)));
    peers.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(peer -> nodes.add(new Node(peer.getKey(), peer.getValue().name())));
    return nodes;
  }

  /// The name of a node, for people, also of one that is no more.
  String name(int peer) {
    return names.getOrDefault(peer, "node-" + peer);
  }

  /// The name of the node at a place, for people.
  String name(Endpoint place) {
    var peer = present.get(place);
    return peer == null ? "the node at " + place : name(peer);
  }

  /// Whether a node is, or was when it was lost, at a place.
  boolean isAt(int peer, Endpoint place) {
    return place.equals(places.get(peer));
  }

  /// Whether another node is at that place.
  boolean isElsewhere(int peer, Endpoint place) {
    var there = present.get(place);
    return there != null && there != peer;
  }

  /// Sends a parcel, which arrives in order and once; nothing for a node that has gone.
  void send(int peer, Parcel parcel) {
    var there = peers.get(peer);
    if (there != null) {
      there.link().send(parcel);
    }
  }

  /// Sends what may be lost, or overtake parcels.
  void tell(int peer, Message message) {
    var there = peers.get(peer);
    if (there != null) {
      there.wire().accept(message);
    }
  }

  void arrived(Frames frames) {
    var there = peers.get(frames.from());
    if (there != null) {
      there.turn().execute(() -> there.inlet().arrived(frames));
    }
  }

  void arrived(Ack ack) {
    var there = peers.get(ack.from());
    if (there != null) {
      there.link().arrived(ack);
    }
  }

  /// How many parcels have not arrived yet.
  int underWay() {
    return peers.values().stream().mapToInt(peer -> peer.link().underWay()).sum();
  }

  /// Sends again what did not arrive. Called in regular intervals.
  void tick() {
    peers.values().forEach(peer -> peer.link().tick());
  }
}
