package chat.salon.irc;

import static chat.salon.core.Flag.REGISTERED;

import chat.salon.core.ChannelName;
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
import org.jspecify.annotations.Nullable;

/// How modes look on the wire. Pure.
public final class ModeLines {
  private static final int MOST_A_LINE = 20;

  private ModeLines() {}

  /// The lines of a change; several when one would be too long.
  static List<Line> of(ModesChanged event, Reader reader) {
    var source = reader.source(event.by());
    var lines = new ArrayList<Line>();
    for (var changes : split(event.changes())) {
      for (var line : ofChannel(reader, source, event.where(), changes)) {
        var stamp = lines.isEmpty() ? event.stamp() : event.stamp().unkept();
        lines.addAll(EventLines.tagged(stamp, event.by(), reader, line));
      }
    }
    return lines;
  }

  /// The lines that tell a reader of modes of a channel that have changed: PROP for who knows modes
  /// by name, MODE for others; none for no change.
  static List<Line> ofChannel(
      Reader reader, String source, ChannelName channel, List<Change> changes) {
    var names = reader.has(Cap.NAMED_MODES) ? ModeNames.CHANNEL : null;
    return lines(names, source, channel.shown(), changes);
  }

  /// The same of somebody's own modes.
  ///
  /// @param knowsNames for PROP
  public static List<Line> ofPerson(
      boolean knowsNames, String source, String nick, List<Change> changes) {
    return lines(knowsNames ? ModeNames.USER : null, source, nick, changes);
  }

  private static List<Line> lines(
      @Nullable ModeNames names, String source, String target, List<Change> changes) {
    if (names != null) {
      var items = changes.stream().map(names::item).toList();
      return ModeNames.lines(Line.of(source, "PROP", target), items);
    }
    int other = ":".length() + source.length() + " MODE ".length() + target.length() + 3;
    var lines = new ArrayList<Line>();
    for (var params : ModeString.lines(changes, MOST_A_LINE, other)) {
      var all = new ArrayList<>(List.of(target));
      all.addAll(params);
      lines.add(Line.of(source, "MODE", all.toArray(String[]::new)));
    }
    return lines;
  }

  // That a channel is registered has a line of its own: clients wait for the rank of the founder.
  private static List<List<Change>> split(List<ModeChange> changes) {
    var first = new ArrayList<Change>();
    var rest = new ArrayList<Change>();
    for (var change : changes) {
      boolean isFirst = change instanceof Flagged(var flag, _) && flag == REGISTERED;
      (isFirst ? first : rest).add(change(change));
    }
    return List.of(first, rest);
  }

  /// What is set.
  ///
  /// @param showsKey the key is for members only
  public static List<Change> set(ChannelState channel, boolean showsKey) {
    var set = new ArrayList<Change>();
    channel.flags().forEach(flag -> set.add(new Change(true, flag.letter(), null)));
    channel.key().ifPresent(key -> set.add(new Change(true, 'k', showsKey ? key : "*")));
    if (channel.limit() > 0) {
      set.add(new Change(true, 'l', String.valueOf(channel.limit())));
    }
    if (channel.slow() > 0) {
      set.add(new Change(true, 'S', String.valueOf(channel.slow())));
    }
    var forward = channel.bounds().forward();
    if (forward != null) {
      set.add(new Change(true, 'f', forward.shown()));
    }
    for (var meter : Meter.values()) {
      var quota = channel.bounds().of(meter);
      if (!quota.isNone()) {
        set.add(new Change(true, meter.letter(), quota.toString()));
      }
    }
    return set;
  }

  /// The same as 324 tells it: `+ntkl key 10`.
  public static List<String> of(ChannelState channel, boolean showsKey) {
    var set = ModeString.encode(set(channel, showsKey));
    return set.isEmpty() ? List.of("+") : set;
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
