package chat.salon.web;

import chat.salon.web.channel.ChannelFrames;
import chat.salon.web.command.CommandFrames;
import chat.salon.web.login.LoginFrames;
import chat.salon.web.people.PeopleFrames;
import chat.salon.web.push.PushFrames;
import chat.salon.web.talk.TalkFrames;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// All frames that clients may send, told apart by their keys. Never changes.
public final class ClientFrames {
  private final Map<String, ClientFrame> frames = new TreeMap<>();

  /// Those of all packages.
  public static ClientFrames everything() {
    return new ClientFrames(
        Stream.of(
                TalkFrames.all(),
                ChannelFrames.all(),
                PeopleFrames.all(),
                PushFrames.all(),
                LoginFrames.all(),
                CommandFrames.all())
            .flatMap(List::stream)
            .toList());
  }

  /// @param all no two with the same key
  ClientFrames(List<ClientFrame> all) {
    for (var frame : all) {
      if (frames.put(frame.spec().key(), frame) != null) {
        throw new IllegalArgumentException("two frames have the key " + frame.spec().key());
      }
    }
  }

  /// In the order of their keys.
  public Collection<ClientFrame> all() {
    return Collections.unmodifiableCollection(frames.values());
  }

  /// The frame with this key, which exists.
  public ClientFrame named(String key) {
    var frame = frames.get(key);
    if (frame == null) {
      throw new IllegalArgumentException("no frame " + key);
    }
    return frame;
  }

  /// What an object is; empty when it is none of them, or could be several. A key that is a field
  /// of another frame present is that field.
  public Optional<ClientFrame> of(ObjectNode object) {
    var found = object.propertyStream().map(p -> frames.get(p.getKey())).filter(f -> f != null);
    var candidates = found.toList();
    var whole =
        candidates.stream()
            .filter(one ->
                candidates.stream()
                    .allMatch(other ->
                        other.equals(one) || one.spec().fields().containsKey(other.spec().key())))
            .toList();
    return whole.size() == 1 ? Optional.of(whole.getFirst()) : Optional.empty();
  }
}
