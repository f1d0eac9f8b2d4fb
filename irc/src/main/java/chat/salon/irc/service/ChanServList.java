package chat.salon.irc.service;

import chat.salon.core.ChannelName;
import chat.salon.core.Flag;
import chat.salon.core.Glob;
import chat.salon.core.port.Lasting;
import chat.salon.core.protect.Privilege;
import chat.salon.irc.IrcSession;
import chat.salon.irc.ProtectionWords;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import chat.salon.wire.Line;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// ChanServ LIST: which channels are registered. Staff are told of all, others of those that are
/// open to everybody's eyes.
final class ChanServList implements ServiceCommand {
  private static final int AT_ONCE = 500;

  @Override
  public Spec spec() {
    return new Spec(
        "LIST",
        0,
        "LIST [<pattern>]: tells which channels are registered, with * and ? in the pattern. Staff"
            + " are told of secret and private ones, too.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var pattern = words.isEmpty() ? "*" : words.getFirst();
    boolean isForStaff = session.door().staff().may(session, Privilege.CHANNELS);
    var found = new int[1];
    session.send(
        pages(session, isForStaff)
            .filter(channel -> Glob.matches(pattern, channel.name().shown()))
            .peek(_ -> found[0]++)
            .flatMap(channel -> lines(session, voice, channel))
            .iterator());
    return voice.says("Channels: " + found[0]);
  }

  // A page is read when those before it have been written.
  private static Stream<Lasting> pages(IrcSession session, boolean isForStaff) {
    return Stream.iterate(
            Page.read(session, isForStaff, null),
            page -> !page.equals(Page.NONE),
            page -> page.next(session, isForStaff))
        .flatMap(page -> page.channels().stream());
  }

  private record Page(List<Lasting> channels, @Nullable ChannelName last) {
    private static final Page NONE = new Page(List.of(), null);

    static Page read(IrcSession session, boolean isForStaff, @Nullable ChannelName after) {
      return session.apart(() -> {
        var all = session.salon().registered(after, AT_ONCE);
        var shown =
            all.stream().filter(one -> isForStaff || session.salon().isForAll(one)).toList();
        return new Page(shown, all.size() < AT_ONCE ? null : all.getLast().name());
      });
    }

    Page next(IrcSession session, boolean isForStaff) {
      return last == null ? NONE : read(session, isForStaff, last);
    }
  }

  private static Stream<Line> lines(IrcSession session, Voice voice, Lasting channel) {
    var closed = session.salon().protection().closure(channel.name());
    var what = channel.topic().isEmpty() ? channel.description() : channel.topic();
    var text =
        channel.name()
            + " · members: "
            + channel.members()
            + hidden(channel)
            + closed.map(one -> " · " + ProtectionWords.shown(one)).orElse("")
            + (what.isEmpty() ? "" : " · " + what);
    var room = session.settings().lineBytes();
    return voice.says(session.fit(text, room, "NOTICE", session.nick())).lines().stream();
  }

  private static String hidden(Lasting channel) {
    if (channel.flags().contains(Flag.SECRET)) {
      return " · secret";
    }
    return channel.flags().contains(Flag.PRIVATE) ? " · private" : "";
  }
}
