package chat.salon.irc;

import static chat.salon.core.Flag.REGISTERED;

import chat.salon.core.ChannelState;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Meter;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.ModeChange.Forwarded;
import chat.salon.core.ModeChange.Keyed;
import chat.salon.core.ModeChange.Limited;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.ModeChange.Metered;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.ModeChange.Slowed;
import chat.salon.wire.Line;
import chat.salon.wire.ModeString;
import chat.salon.wire.ModeString.Change;
import java.util.ArrayList;
import java.util.List;

/// How modes look on the wire. Pure.
public final class ModeLines {
  private static final int MOST_A_LINE = 20;

  private ModeLines() {}

  /// The MODE lines of a change; several when one would be too long.
  static List<Line> of(ModesChanged event, Reader reader) {
    var source = reader.source(event.by());
    var channel = event.where().shown();
    int other = ":".length() + source.length() + " MODE ".length() + channel.length() + 3;
    var lines = new ArrayList<Line>();
    for (var params : params(event.changes(), other)) {
      var all = new ArrayList<>(List.of(channel));
      all.addAll(params);
      lines.addAll(
          EventLines.tagged(
              lines.isEmpty() ? event.stamp() : event.stamp().unkept(),
              event.by(),
              reader,
              Line.of(source, "MODE", all.toArray(String[]::new))));
    }
    return lines;
  }

  // That a channel is registered has a line of its own: clients wait for the rank of the founder.
  private static List<List<String>> params(List<ModeChange> changes, int other) {
    var flag =
        changes.stream().filter(change -> change instanceof Flagged(var it, _) && it == REGISTERED);
    var params = new ArrayList<>(lines(flag.toList(), other));
    var rest =
        changes.stream()
            .filter(change -> !(change instanceof Flagged(var it, _) && it == REGISTERED));
    params.addAll(lines(rest.toList(), other));
    return params;
  }

  private static List<List<String>> lines(List<ModeChange> changes, int other) {
    return ModeString.lines(changes.stream().map(ModeLines::change).toList(), MOST_A_LINE, other);
  }

  /// What is set, as 324 tells it: `+ntkl key 10`.
  ///
  /// @param showsKey the key is for members only
  public static List<String> of(ChannelState channel, boolean showsKey) {
    var letters = new StringBuilder("+");
    var params = new ArrayList<String>();
    channel.flags().forEach(flag -> letters.append(flag.letter()));
    if (channel.key().isPresent()) {
      letters.append('k');
      params.add(showsKey ? channel.key().get() : "*");
    }
    if (channel.limit() > 0) {
      letters.append('l');
      params.add(String.valueOf(channel.limit()));
    }
    if (channel.slow() > 0) {
      letters.append('S');
      params.add(String.valueOf(channel.slow()));
    }
    var forward = channel.bounds().forward();
    if (forward != null) {
      letters.append('f');
      params.add(forward.shown());
    }
    for (var meter : Meter.values()) {
      var quota = channel.bounds().of(meter);
      if (!quota.isNone()) {
        letters.append(meter.letter());
        params.add(quota.toString());
      }
    }
    params.addFirst(letters.toString());
    return params;
  }

  private static Change change(ModeChange change) {
    return switch (change) {
      case Flagged(var flag, var on) -> new Change(on, flag.letter(), null);
      case Keyed keyed ->
          new Change(keyed.key() != null, 'k', keyed.key() == null ? "*" : keyed.key());
      case Limited(var limit) ->
          new Change(limit > 0, 'l', limit > 0 ? String.valueOf(limit) : null);
      case Slowed(var seconds) ->
          new Change(seconds > 0, 'S', seconds > 0 ? String.valueOf(seconds) : null);
      case Forwarded forwarded -> {
        var to = forwarded.to();
        yield new Change(to != null, 'f', to == null ? null : to.shown());
      }
      case Metered(var meter, var quota) ->
          new Change(!quota.isNone(), meter.letter(), quota.isNone() ? null : quota.toString());
      case Listed(var list, var mask, var on, _, _) ->
          new Change(on, list.letter(), mask.pattern());
      case Ranked(var nick, _, var rank, var on) -> new Change(on, rank.letter(), nick.shown());
    };
  }
}
