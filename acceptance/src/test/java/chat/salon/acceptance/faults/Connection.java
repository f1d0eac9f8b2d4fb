package chat.salon.acceptance.faults;

import chat.salon.acceptance.IrcClient;
import chat.salon.acceptance.Readings;
import chat.salon.acceptance.Sasl;
import chat.salon.acceptance.faults.Member.Habit;
import chat.salon.acceptance.history.Entry;
import chat.salon.acceptance.history.Entry.Began;
import chat.salon.acceptance.history.Entry.CaughtUp;
import chat.salon.acceptance.history.Entry.Ended;
import chat.salon.acceptance.history.Entry.Heard;
import chat.salon.acceptance.history.Entry.Kicked;
import chat.salon.wire.Line;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// One session of a member: notes every message that it is told, comes into the channels and back
/// into them after a kick, and reads what was missed. One thread hears; others may speak.
final class Connection {
  private static final int PAGE = 100;

  private final Member member;
  private final IrcClient irc;
  private final String id;
  private final Speech speech;
  private final Set<String> joined = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> reading = new ConcurrentHashMap<>();
  private final Map<String, Batch> batches = new HashMap<>();
  private final Set<String> lastWords = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = new HashSet<>();
  private volatile @Nullable Kicked kicking;

  /// A page of history on its way.
  private static final class Batch {
    private final String channel;
    private int messages;

    Batch(String channel) {
      this.channel = channel;
    }
  }

  Connection(Member member, IrcClient irc, String id, long seed) {
    this.member = member;
    this.irc = irc;
    this.id = id;
    this.speech = new Speech(member, irc, id, seed);
  }

  /// Hears until the connection ends.
  void run() {
    try {
      register();
      irc.send("JOIN " + String.join(",", FaultRun.CHANNELS));
      for (var line = irc.nextOrEnd(); line.isPresent(); line = irc.nextOrEnd()) {
        hear(line.get());
      }
    } finally {
      irc.close();
      speech.end();
    }
  }

  private void register() {
    var caps =
        "sasl batch draft/chathistory echo-message message-tags server-time standard-replies";
    if (member.habit() == Habit.TALKS_WITH_LABELS) {
      caps += " labeled-response";
    }
    irc.send("CAP LS 302", "NICK " + member.name(), "USER u 0 * :" + member.name());
    irc.send("CAP REQ :" + caps);
    until("CAP", "ACK");
    irc.send("AUTHENTICATE PLAIN");
    until("AUTHENTICATE", "");
    irc.send("AUTHENTICATE " + Sasl.plain(member.name(), FaultRun.PASSWORD));
    until("903", "");
    irc.send("CAP END");
    until("001", "");
  }

  private void until(String command, String second) {
    for (var line = irc.next(); !isThis(line, command, second); line = irc.next()) {
      hear(line);
    }
  }

  private static boolean isThis(Line line, String command, String second) {
    return line.command().equals(command) && (second.isEmpty() || line.param(1).equals(second));
  }

  private void hear(Line line) {
    switch (line.command()) {
      case "PING" -> irc.send("PONG :" + line.param(0));
      case "JOIN" -> came(line);
      case "PRIVMSG" -> said(line);
      case "KICK" -> kicked(line);
      case "BATCH" -> batch(line);
      default -> refused(line);
    }
    member.recorder().changed();
  }

  // ---- Channels ----

  private void came(Line line) {
    var channel = line.param(0);
    if (!isMe(Readings.nick(line)) || joined.contains(channel)) {
      return;
    }
    var place = member.place(channel);
    place.began();
    note(new Began(id, member.name(), channel, place.last(), Recorder.now()));
    joined.add(channel);
    if (place.isCatchingUp()) {
      read(channel);
    }
    if (isIn()) {
      speech.begin();
    }
  }

  private void kicked(Line line) {
    var channel = line.param(0);
    var whom = line.param(1);
    var kick = kicking;
    if (isMe(Readings.nick(line)) && kick != null && kick.client().equals(whom)) {
      note(new Kicked(whom, channel, kick.called(), Recorder.now()));
      kicking = null;
    }
    if (isMe(whom)) {
      note(new Ended(id, channel, Recorder.now()));
      joined.remove(channel);
      reading.remove(channel);
      refused.remove(channel);
      member.place(channel).forget();
      irc.send("JOIN " + channel);
    }
  }

  /// Puts somebody out of a channel, unless the kick before is still to be answered.
  void kick(String channel, String whom) {
    if (kicking == null) {
      long called = Recorder.now();
      kicking = new Kicked(whom, channel, called, called);
      irc.send("KICK " + channel + " " + whom + " :come again");
    }
  }

  // ---- Messages ----

  private void said(Line line) {
    var message = Readings.message(line);
    var batch = batches.get(line.tags().get("batch"));
    note(new Heard(id, message, batch != null, Recorder.now()));
    var place = member.place(message.channel());
    if (batch != null) {
      batch.messages++;
      place.replayed(message.msgid());
      return;
    }
    place.live(message.msgid());
    if (message.text().startsWith(FaultRun.LAST)) {
      lastWords.add(message.text());
    }
    if (isMe(message.author())) {
      speech.echoed(message, line.tags().get("label"));
    }
  }

  private void refused(Line line) {
    if (line.command().equals("FAIL") && line.param(0).equals("CHATHISTORY")) {
      historyRefused(line);
    } else if (line.command().equals("FAIL") || line.command().startsWith("4")) {
      if (line.param(0).equals("JOIN")) {
        close(); // it comes again
      }
      if (!speech.refused(line)) {
        kicking = null;
      }
    }
  }

  // ---- History ----

  private void read(String channel) {
    reading.put(channel, Recorder.now());
    irc.send(
        "CHATHISTORY AFTER " + channel + " msgid=" + member.place(channel).last() + " " + PAGE);
  }

  private void batch(Line line) {
    var ref = line.param(0).substring(1);
    if (line.param(0).startsWith("-")) {
      var page = batches.remove(ref);
      if (page != null) {
        ended(page);
      }
    } else if (line.param(1).equals("chathistory")) {
      batches.put(ref, new Batch(line.param(2)));
    }
  }

  private void ended(Batch page) {
    var asked = reading.get(page.channel);
    if (asked == null) {
      return; // put out meanwhile
    }
    if (page.messages > 0) {
      read(page.channel);
    } else {
      member.place(page.channel).caughtUp();
      note(new CaughtUp(id, page.channel, asked));
      reading.remove(page.channel);
    }
  }

  private void historyRefused(Line line) {
    if (line.param(1).equals("MESSAGE_ERROR")) {
      close(); // cannot be read now
    } else if (reading.containsKey(line.param(3))) {
      refusedToRead(line.param(3), line);
    }
  }

  // Word of a kick may come a moment later.
  private void refusedToRead(String channel, Line line) {
    if (refused.add(channel)) {
      read(channel);
    } else {
      member.recorder().trouble(member.name() + " may not read: " + line);
    }
  }

  // ---- The rest ----

  /// Whether it is in all channels.
  boolean isIn() {
    return joined.size() == FaultRun.CHANNELS.size();
  }

  /// Whether there is nothing that it waits for.
  boolean isAtRest() {
    return isIn() && reading.isEmpty() && speech.isAnswered();
  }

  /// Whether it has heard this, which is among the last words of the run.
  boolean hasHeard(String text) {
    return lastWords.contains(text);
  }

  void say(String channel, String text) {
    speech.say(channel, text);
  }

  void fallSilent() {
    speech.fallSilent();
  }

  String id() {
    return id;
  }

  /// Cuts it. Any thread.
  void close() {
    irc.close();
  }

  private boolean isMe(String nick) {
    return nick.equals(member.name());
  }

  private void note(Entry entry) {
    member.recorder().note(entry);
  }
}
