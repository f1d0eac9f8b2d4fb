package chat.salon.core;

import chat.salon.core.Refusal.Bar;
import chat.salon.core.Refusal.NoFriendship;
import chat.salon.core.account.Boundaries;
import chat.salon.core.account.Friendships;
import chat.salon.core.account.Friendships.Bond;
import chat.salon.core.account.Privacy;
import chat.salon.core.port.Conversations;
import chat.salon.core.port.Placement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// Who are friends, who does not want to hear whom, and who may find whom. What changes is told to
/// all sessions of both, on every node. Methods wait for the store, so they are called on virtual
/// threads; those that never wait say so.
public final class Friends {
  private static final Duration DAY = Duration.ofDays(1);

  private final Friendships friendships;
  private final Boundaries boundaries;
  private final Conversations conversations;
  private final Placement placement;
  private final People people;
  private final TieKeeper ties;
  private final Stamps stamps;
  private final Supplier<Limits> limits;
  private final List<BiConsumer<AccountName, AccountName>> told = new CopyOnWriteArrayList<>();

  Friends(Salon.Parts parts, People people, TieKeeper ties, Supplier<Limits> limits) {
    this.friendships = parts.friendships();
    this.boundaries = parts.boundaries();
    this.conversations = parts.conversations();
    this.placement = parts.placement();
    this.people = people;
    this.ties = ties;
    this.stamps = parts.stamps();
    this.limits = limits;
  }

  /// Tells somebody of each question, when it is on disk: who asked, and who was asked. What is
  /// told neither waits nor throws.
  public void tell(BiConsumer<AccountName, AccountName> whom) {
    told.add(whom);
  }

  /// Does something about the account of a name.
  ///
  /// @return why not; empty when it is done, and everybody whom it concerns is about to be told
  public Optional<Refusal> act(AccountName by, FriendDeed deed, Nick name) {
    var party = people.party(name);
    if (Pair.isGuest(party)) {
      return Optional.of(
          people.directory().find(name).isPresent()
              ? no(Bar.NO_ACCOUNT, name.shown(), 0)
              : new Refusal.NoSuchNick(name.shown()));
    }
    var other = AccountName.trusted(party);
    if (other.equals(by)) {
      return Optional.of(no(Bar.YOURSELF, name.shown(), 0));
    }
    var refusal = act(by, deed, other);
    if (refusal.isEmpty()) {
      ties.changed(by, other);
    }
    return refusal;
  }

  private Optional<Refusal> act(AccountName by, FriendDeed deed, AccountName other) {
    var now = stamps.now();
    return switch (deed) {
      case ASK -> ask(by, other, now);
      case ACCEPT ->
          unless(
              !isHidden(by, other) && friendships.accept(by, other, now),
              no(Bar.NO_QUESTION, other.shown(), 0));
      case REFUSE ->
          unless(
              !isHidden(by, other) && friendships.refuse(by, other, now),
              no(Bar.NO_QUESTION, other.shown(), 0));
      case WITHDRAW ->
          unless(friendships.withdraw(by, other), no(Bar.NO_QUESTION, other.shown(), 0));
      case PART ->
          unless(
              friendships.part(by, other)
                  || friendships.withdraw(by, other)
                  || (!isHidden(by, other) && friendships.refuse(by, other, now)),
              no(Bar.NOT_FRIENDS, other.shown(), 0));
      case BLOCK -> block(by, other, now);
      case UNBLOCK -> {
        boundaries.unblock(by, other);
        yield Optional.empty();
      }
      case HEED -> {
        boundaries.heed(by, other);
        yield Optional.empty();
      }
    };
  }

  private static Optional<Refusal> unless(boolean isDone, Refusal why) {
    return isDone ? Optional.empty() : Optional.of(why);
  }

  // The question of somebody who is blocked does not come in.
  private boolean isHidden(AccountName by, AccountName asker) {
    return boundaries.blockedBy(by).contains(asker);
  }

  private Optional<Refusal> block(AccountName by, AccountName other, Instant now) {
    int most = limits.get().blocked();
    var blocked = boundaries.blockedBy(by);
    if (blocked.size() >= most && !blocked.contains(other)) {
      return Optional.of(no(Bar.TOO_MANY_BLOCKED, other.shown(), most));
    }
    boundaries.block(by, other, now);
    return Optional.empty();
  }

  private Optional<Refusal> ask(AccountName by, AccountName other, Instant now) {
    var bond = ties.bonded(by, other);
    if (bond.isBlocked()) {
      return Optional.of(no(Bar.BLOCKED, other.shown(), 0));
    }
    var refusal =
        bond.bond() == Bond.NONE ? refusalToAsk(by, other, now) : Optional.<Refusal>empty();
    if (refusal.isEmpty()) {
      friendships.ask(by, other, now);
      told.forEach(each -> each.accept(by, other));
    }
    return refusal;
  }

  private Optional<Refusal> refusalToAsk(AccountName by, AccountName other, Instant now) {
    if (!isWithin(boundaries.privacy(other).add(), by, other)) {
      return Optional.of(no(Bar.NOT_TO_BE_ASKED, other.shown(), 0));
    }
    var again =
        friendships
            .refused(by, other)
            .map(when -> when.plus(Duration.ofDays(limits.get().friendPauseDays())));
    if (again.filter(now::isBefore).isPresent()) {
      return again.map(when -> no(Bar.TOO_SOON, other.shown(), when.toEpochMilli()));
    }
    var tally = friendships.tally(by, now.minus(DAY));
    int most = limits.get().friendQuestions();
    int daily = limits.get().friendQuestionsDaily();
    if (tally.open() >= most || tally.recent() >= daily) {
      int reached = tally.open() >= most ? most : daily;
      return Optional.of(no(Bar.TOO_MANY_QUESTIONS, other.shown(), reached));
    }
    return refusalOfMore(by, other);
  }

  // Of several at one moment, some more than allowed may come about.
  private Optional<Refusal> refusalOfMore(AccountName by, AccountName other) {
    int most = limits.get().friends();
    return friendships.tally(by, stamps.now()).friends() >= most
        ? Optional.of(no(Bar.TOO_MANY_FRIENDS, other.shown(), most))
        : Optional.empty();
  }

  private static Refusal no(Bar bar, String name, long bound) {
    return new NoFriendship(bar, name, bound);
  }

  private boolean isWithin(Privacy.Circle circle, AccountName who, AccountName of) {
    return switch (circle) {
      case EVERYONE -> true;
      case SHARED -> areFriends(who, of) || share(who, of);
      case FRIENDS -> areFriends(who, of);
    };
  }

  private boolean areFriends(AccountName one, AccountName other) {
    return friendships.of(one).stream()
        .anyMatch(each -> each.other().equals(other) && each.bond() == Bond.FRIENDS);
  }

  // On channels that last, or that they are on now. Into groups one is brought by others, who may
  // be
  // strangers: to be in one with somebody says nothing.
  private boolean share(AccountName one, AccountName other) {
    var channels = channels(one);
    return channels(other).stream().anyMatch(channels::contains);
  }

  private Set<ChannelName> channels(AccountName account) {
    var channels = new HashSet<>(conversations.channelsOf(account));
    people.directory().everybody().stream()
        .filter(person -> account.equals(person.account()))
        .forEach(person -> channels.addAll(placement.channelsOf(person.id())));
    channels.removeIf(ChannelName::isGroup);
    return channels;
  }

  /// How somebody stands to an account.
  public Bonded bonded(AccountName account, AccountName other) {
    return ties.bonded(account, other);
  }

  /// How the account of a name stands to an account.
  public Bonded bonded(AccountName account, Nick name) {
    return ties.bonded(account, AccountName.trusted(Pair.shown(people.party(name))));
  }

  /// The friends of an account and the questions of both directions, newest first, and then those
  /// whom it has blocked.
  public List<Bonded> all(AccountName account) {
    return ties.all(account);
  }

  /// Something has changed between two accounts at another node. Never waits.
  public void changedElsewhere(AccountName one, AccountName other) {
    var _ = ties.refresh(one, other);
  }

  /// Who may do what with an account.
  public Privacy privacy(AccountName account) {
    return boundaries.privacy(account);
  }

  /// Sets it, for all sessions of the account on every node.
  public void setPrivacy(AccountName account, Privacy privacy) {
    boundaries.setPrivacy(account, privacy);
    ties.changed(account, account);
  }

  /// Whether somebody is shown whether somebody else is connected. Never waits for the store.
  public boolean maySee(Presence reader, Person who) {
    var own = people.person(reader).account();
    var account = who.account();
    if (account == null || account.equals(own)) {
      return true;
    }
    var known = reader.ties();
    if (known.blocks(account)) {
      return false;
    }
    boolean isShown =
        !known.isUnheardBy(account)
            && (who.standing().seenBy() == Privacy.Circle.EVERYONE || known.isFriend(account));
    // on a channel they see each other, and who is blocked is not to notice it
    return isShown || shareNow(reader, who);
  }

  private boolean shareNow(Presence reader, Person who) {
    return reader.channels().stream()
        .flatMap(name -> placement.look(name).stream())
        .anyMatch(channel -> channel.has(who.id()));
  }

  /// Those whom an account does not want to hear, newest first.
  List<AccountName> blockedBy(AccountName account) {
    return boundaries.blockedBy(account);
  }

  /// Whether somebody has blocked an account. Never waits.
  public boolean blocks(Presence reader, AccountName who) {
    return reader.ties().blocks(who);
  }

  /// Whether what an account writes to somebody is a request to be heard: their privacy leaves it
  /// out, and they have neither answered nor accepted.
  public boolean isRequest(Presence reader, AccountName from) {
    var own = people.person(reader).account();
    var known = reader.ties();
    return own != null
        && !own.equals(from)
        && known.privacy().write() != Privacy.Circle.EVERYONE
        && !known.heeded().contains(from)
        && !isWithin(known.privacy().write(), from, own);
  }

  /// The same for an account, connected or not. Waits for the disk.
  boolean isRequest(AccountName reader, AccountName from) {
    var circle = boundaries.privacy(reader).write();
    return !reader.equals(from)
        && circle != Privacy.Circle.EVERYONE
        && !boundaries.heededBy(reader).contains(from)
        && !isWithin(circle, from, reader);
  }

  /// Why an account may not bring another into a group; empty when it may. Who has blocked it looks
  /// like somebody who lets friends do so only.
  Optional<Refusal> refusalToAdd(AccountName by, AccountName other) {
    if (boundaries.blockedBy(by).contains(other)) {
      return Optional.of(no(Bar.BLOCKED, other.shown(), 0));
    }
    return boundaries.blockedBy(other).contains(by) || isRequest(other, by)
        ? Optional.of(no(Bar.NOT_TO_BE_ADDED, other.shown(), 0))
        : Optional.empty();
  }

  /// Somebody writes to somebody, whom they hear from then on. Returns at once when it is anyway.
  void wrote(Presence by, Person reader) {
    var own = people.person(by).account();
    var to = reader.account();
    if (own != null
        && to != null
        && !own.equals(to)
        && by.ties().privacy().write() != Privacy.Circle.EVERYONE
        && !by.ties().heeded().contains(to)
        && boundaries.heed(own, to)) {
      ties.changed(own, to);
    }
  }
}
