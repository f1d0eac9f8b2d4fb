package chat.salon.cluster;

import chat.salon.core.ChannelName;
import chat.salon.core.ChannelSnapshot;
import chat.salon.core.Event.Moved;
import chat.salon.core.Event.Renamed;
import chat.salon.core.Person;
import chat.salon.core.Stamp;
import chat.salon.core.request.Rename;
import chat.salon.core.request.TakeOver;

/// A channel on its way to another name.
final class RenameCodec {
  private RenameCodec() {}

  static void fields(Writer out, Rename rename) {
    Names.write(out, rename.to());
    Text.LINE.write(out, rename.reason());
  }

  static Rename rename(Reader in) {
    return new Rename(Names.channel(in), Text.LINE.read(in));
  }

  static void fields(Writer out, TakeOver taking) {
    Names.write(out, taking.from());
    Text.LINE.write(out, taking.reason());
    ChannelCodec.write(out, taking.as());
  }

  static TakeOver takeOver(Reader in) {
    return new TakeOver(Names.channel(in), Text.LINE.read(in), ChannelCodec.read(in));
  }

  static void fields(
      Writer out,
      ChannelName where,
      Person by,
      ChannelName other,
      String reason,
      ChannelSnapshot as) {
    Names.write(out, where);
    PersonCodec.write(out, by);
    Names.write(out, other);
    Text.LINE.write(out, reason);
    ChannelCodec.write(out, as);
  }

  static Renamed renamed(Reader in, Stamp stamp) {
    return new Renamed(
        stamp,
        Names.channel(in),
        PersonCodec.read(in),
        Names.channel(in),
        Text.LINE.read(in),
        ChannelCodec.read(in));
  }

  static Moved moved(Reader in, Stamp stamp) {
    return new Moved(
        stamp,
        Names.channel(in),
        PersonCodec.read(in),
        Names.channel(in),
        Text.LINE.read(in),
        ChannelCodec.read(in));
  }
}
