package chat.salon.irc;

import chat.salon.core.Stamps;
import chat.salon.wire.Line;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a read marker looks: IRCv3 draft/read-marker. Pure.
public final class ReadMarkerLine {
  private ReadMarkerLine() {}

  /// The same for a moment before anything was said here.
  public static Line of(@Nullable String server, String target, Instant before) {
    return Line.of(server, "MARKREAD", Line.word(target), "timestamp=" + EventLines.time(before));
  }

  /// MARKREAD, as the server says it.
  ///
  /// @param server its name; null where all know it
  /// @param marker an id; 0 for nothing read
  public static Line of(@Nullable String server, String target, long marker) {
    var time = marker == 0 ? "*" : "timestamp=" + EventLines.time(Stamps.time(marker));
    return Line.of(server, "MARKREAD", Line.word(target), time);
  }
}
