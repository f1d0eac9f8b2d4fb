package chat.salon.bench;

import org.jspecify.annotations.Nullable;

/// Two people with new nicks who open a new channel, talk there and privately, close it, and each
/// look in at a channel of others before they quit. On the event loop only.
final class Couple {
  /// How many messages each says to the other.
  static final int ROUNDS = 5;

  /// How many messages a guest hears in the channel of others.
  private static final int STAY = 3;

  /// What couples say has numbers of voices above those of all others.
  private static final int FIRST_VOICE = 1 << 24;

  private static final int STREAMS = 4;

  private final SoakTalk talk;
  private final Check check;
  private final int number;

  /// The first of four: what the guest hears in the channel, what the host hears privately, and
  /// what both hear elsewhere.
  final int streams;

  private final Client host;
  private final Client guest;
  private final String channel;
  private @Nullable Stay hostStay;
  private @Nullable Stay guestStay;
  private Phase phase = Phase.COMING;
  private int steps;

  private enum Phase {
    /// Until both have registered.
    COMING,
    /// Until both are in their channel, and the host has seen the guest come.
    OPENING,
    TALKING,
    /// Until both have seen the host leave their channel.
    PARTING,
    /// Until both have quit, and were seen to.
    LEAVING
  }

  /// A guest's visit to a channel of others.
  private static final class Stay {
    final Visit visit;
    boolean seenEntering;
    boolean quit;

    Stay(Visit visit) {
      this.visit = visit;
    }

    boolean isOver(Client who) {
      return visit.isOver() && !who.isConnected();
    }
  }

  Couple(SoakTalk talk, Check check, int number, int streams, Client host, Client guest) {
    this.talk = talk;
    this.check = check;
    this.number = number;
    this.streams = streams;
    this.host = host;
    this.guest = guest;
    this.channel = "#couple" + number;
  }

  /// Makes the streams for one couple at a time.
  static int addStreams(Check check) {
    int first = check.add();
    for (int i = 1; i < STREAMS; i++) {
      check.add();
    }
    return first;
  }

  void registered() {
    if (passed(2, Phase.OPENING)) {
      host.join(channel);
    }
  }

  /// One more step of this phase.
  ///
  /// @return whether that was the last, and the next phase begins
  private boolean passed(int of, Phase next) {
    if (++steps < of) {
      return false;
    }
    steps = 0;
    phase = next;
    return true;
  }

  // ---- In their own channel ----

  void moved(Client reader, Ear.Move move, Client who) {
    switch (phase) {
      case OPENING -> entered(reader, move, who);
      case PARTING -> parted(move, who);
      case LEAVING -> {
        var stay = stay(reader);
        if (stay != null && reader.equals(who) && move == Ear.Move.JOIN) {
          stay.visit.entered();
        }
      }
      case COMING, TALKING -> check.blame(0, 1);
    }
  }

  private void entered(Client reader, Ear.Move move, Client who) {
    boolean own = reader.equals(who);
    if (move != Ear.Move.JOIN || (!own && !reader.equals(host))) {
      check.blame(0, 1);
      return;
    }
    if (own && who.equals(host)) {
      guest.join(channel);
    }
    if (passed(3, Phase.TALKING)) {
      check.open(streams, 0);
      check.open(streams + 1, 0);
      say(host, channel, 0, 0);
    }
  }

  private void say(Client speaker, String to, int side, int text) {
    talk.say(speaker, Message.line(to, FIRST_VOICE + 2 * number + side, text));
  }

  private void parted(Ear.Move move, Client who) {
    if (move != Ear.Move.PART || !who.equals(host)) {
      check.blame(0, 1);
    } else if (passed(2, Phase.LEAVING)) {
      hostStay = new Stay(new Visit(check, streams + 2, talk.choose()));
      guestStay = new Stay(new Visit(check, streams + 3, talk.choose()));
      host.join(talk.channel(hostStay.visit));
      guest.join(talk.channel(guestStay.visit));
    }
  }

  void delivered(Client reader, int voice, int text) {
    int side = voice - FIRST_VOICE - 2 * number;
    if (side < 0 && phase == Phase.LEAVING) {
      heardOfOthers(reader, voice, text);
    } else if (phase == Phase.TALKING && side == (reader.equals(guest) ? 0 : 1)) {
      heard(side, text);
    } else {
      check.take(-1, text);
    }
  }

  private void heard(int side, int text) {
    if (check.take(streams + side, text) == 0) {
      return;
    }
    talk.count();
    if (side == 0) {
      say(guest, host.nick, 1, text);
    } else if (text + 1 < ROUNDS) {
      say(host, channel, 0, text + 1);
    } else {
      check.close(streams, ROUNDS);
      check.close(streams + 1, ROUNDS);
      phase = Phase.PARTING;
      host.send("PART " + channel);
    }
  }

  // ---- In the channel of others ----

  private @Nullable Stay stay(Client who) {
    return who.equals(host) ? hostStay : guestStay;
  }

  private void heardOfOthers(Client reader, int voice, int text) {
    var stay = stay(reader);
    if (stay == null || stay.quit) {
      return; // What was on its way when it quit may come or not.
    }
    if (stay.visit.heard(voice, text)) {
      talk.count();
      if (stay.visit.heard() == STAY) {
        stay.quit = true;
        stay.visit.left();
        reader.quit();
      }
    }
  }

  /// A resident who stays in one channel saw one of them.
  void witnessed(Client witness, Ear.Move move, Client who) {
    var stay = stay(who);
    if (stay == null || witness.index != talk.witness(stay.visit)) {
      check.blame(0, 1);
    } else if (move == Ear.Move.JOIN) {
      check.blame(0, stay.seenEntering ? 1 : 0);
      stay.seenEntering = true;
      stay.visit.seenEntering(talk.next(witness, stay.visit));
    } else {
      check.blame(0, stay.seenEntering ? 0 : 1);
      stay.visit.seenLeaving(talk.next(witness, stay.visit));
    }
  }

  /// Whether both are gone, and were seen going.
  boolean isOver() {
    return hostStay != null
        && guestStay != null
        && hostStay.isOver(host)
        && guestStay.isOver(guest);
  }

  /// The last look at what they heard elsewhere.
  void compare() {
    if (hostStay != null && guestStay != null) {
      hostStay.visit.compare(false);
      guestStay.visit.compare(false);
    }
  }

  /// Ends it in the middle: something that had to come did not.
  void abandon() {
    check.blame(1, 0);
    host.cut();
    guest.cut();
  }

  @Override
  public String toString() {
    return "%s and %s, %s".formatted(host.nick, guest.nick, phase);
  }
}
