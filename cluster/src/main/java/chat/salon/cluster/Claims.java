package chat.salon.cluster;

import chat.salon.cluster.Message.Ask;
import chat.salon.cluster.Message.Wish;
import chat.salon.core.Actor;
import chat.salon.core.Event.MarkedRead;
import chat.salon.core.Event.PersonChanged;
import chat.salon.core.Listing;
import chat.salon.core.Pair;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.Role;
import chat.salon.core.Stamps;
import chat.salon.core.request.Erase;
import chat.salon.core.request.Invite;
import chat.salon.core.request.JoinByForce;
import chat.salon.core.request.SayPrivately;
import chat.salon.core.request.TakeNote;
import chat.salon.core.request.TakeNote.News;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a node may say: it speaks for those who have sessions on it, or had just now, as the
/// directory knows them. Any thread; nothing waits.
final class Claims {
  private final ClusterDirectory directory;

  Claims(ClusterDirectory directory) {
    this.directory = directory;
  }

  // ---- What is asked of conversations ----

  /// What is false of a request, whatever the directory may say yet.
  static Optional<String> lie(Ask ask) {
    int from = ask.from();
    if (ask.origin() != null && Stamps.node(ask.origin().session()) != from) {
      return Optional.of("the session is another node's");
    }
    return ask.request() instanceof TakeNote(var news) && !isOwn(news, ask.actor(), from)
        ? Optional.of("it is news of somebody else, or of another node")
        : Optional.empty();
  }

  private static boolean isOwn(News news, Actor actor, int from) {
    return switch (news) {
      case News.Gone(_, var fact) -> Stamps.node(fact.id()) == from;
      case News.Changed(var after, var fact) ->
          after.id().equals(actor.id()) && Stamps.node(fact.id()) == from;
      case News.MoreSessions(var session, var node) -> node == from && Stamps.node(session) == from;
      case News.OffNode(var node) -> node == from;
    };
  }

  /// What the directory does not say, or not yet; empty when all of it is as the directory says.
  Optional<String> doubt(Ask ask) {
    var actor = ask.actor();
    if (ask.request() instanceof Erase && actor.person().isServer()) {
      return Optional.empty(); // every node has the database, and could delete it there
    }
    var known = directory.known(actor.id());
    if (!isOn(known, ask.from())) {
      return Optional.of("who is not there");
    }
    if (!isKnown(actor.person(), known)) {
      return Optional.of("who is somebody else, or has no such account or role");
    }
    if (known.stream().noneMatch(one -> role(one).compareTo(actor.role()) >= 0)) {
      return Optional.of("who has no such role");
    }
    if (!actor.nodes().stream().allMatch(node -> isOn(known, node))) {
      return Optional.of("who is not on all of these nodes");
    }
    return isTrue(ask, known) ? Optional.empty() : Optional.of("and that is not so");
  }

  private boolean isTrue(Ask ask, List<Listing> known) {
    return switch (ask.request()) {
      case TakeNote(News.Gone _) ->
          directory.listing(ask.actor().id()).stream()
              .allMatch(now -> Set.of(ask.from()).containsAll(now.nodes()));
      case TakeNote(News.Changed(var after, _)) -> isKnown(after, known);
      case Invite(var target) -> isKnown(target);
      case JoinByForce(var whom, _) -> isKnown(whom);
      case SayPrivately say ->
          (isAbsent(say.to()) || isKnown(say.to())) && isBetween(ask, say.to(), known);
      default -> true;
    };
  }

  // Nobody sees what is written to them now, so there is nothing that a lie could gain.
  private static boolean isAbsent(Person to) {
    return to.isAbsent() && to.account() != null;
  }

  // Who writes may just have logged in or out.
  private static boolean isBetween(Ask ask, Person to, List<Listing> known) {
    return Stream.concat(Stream.of(ask.actor().person()), known.stream().map(Listing::person))
        .anyMatch(by -> Pair.of(by, to).equals(ask.where()));
  }

  /// A request as it counts now: who has lost a role since, asks without it.
  Ask asOfNow(Ask ask) {
    var actor = ask.actor();
    var role = directory.listing(actor.id()).map(Claims::role).orElse(actor.role());
    return role.compareTo(actor.role()) >= 0
        ? ask
        : new Ask(
            ask.id(),
            ask.from(),
            ask.where(),
            new Actor(
                actor.person(),
                actor.nodes(),
                actor.address(),
                role,
                actor.channels(),
                actor.since(),
                actor.unheardBy()),
            ask.request(),
            ask.origin(),
            ask.once());
  }

  /// Somebody besides the actor of whom a request speaks.
  static Optional<PersonId> other(Ask ask) {
    return switch (ask.request()) {
      case Invite(var target) -> Optional.of(target.id());
      case JoinByForce(var whom, _) -> Optional.of(whom.id());
      case SayPrivately say -> Optional.of(say.to()).filter(to -> !isAbsent(to)).map(Person::id);
      default -> Optional.empty();
    };
  }

  // ---- What is wished of the directory ----

  /// What is false of a wish. Of somebody who is not known at all nothing is.
  Optional<String> lie(Wish wish, int from) {
    return switch (wish) {
      case Wish.Enter(var who) ->
          Stamps.node(who.id().value()) != from || isAboveGuest(who)
              ? Optional.of("enter " + Alarms.shown(who) + ": no such id, or role, is its to give")
              : Optional.empty();
      case Wish.Forget(var person) -> notOn(person, from, "forget");
      case Wish.Release(var person, var nick) ->
          notOn(person, from, "release the nick " + nick.shown() + " of");
      case Wish.Rename(var person, var nick) ->
          notOn(person, from, "give the nick " + nick.shown() + " to");
      case Wish.Change(_, var after) -> notOn(after.id(), from, "change");
      case Wish.Leave _, Wish.Everyone _ -> Optional.empty(); // of that node alone
    };
  }

  private static boolean isAboveGuest(Person person) {
    return person.account() == null && person.standing().role() != Role.MEMBER;
  }

  private Optional<String> notOn(PersonId person, int from, String what) {
    var known = directory.known(person);
    return known.isEmpty() || isOn(known, from)
        ? Optional.empty()
        : Optional.of(what + " " + Alarms.shown(known.getFirst().person()) + ", who is not there");
  }

  // ---- What is carried here ----

  /// Whether a node may tell that of somebody's sessions without a channel.
  boolean isOwn(PersonChanged changed, int from) {
    var known = directory.known(changed.before().id());
    return changed.after().id().equals(changed.before().id())
        && (known.isEmpty() || isOn(known, from));
  }

  /// Whether a node may tell how far somebody has read.
  boolean isOwn(MarkedRead marked, int from) {
    var known = directory.known(marked.by().id());
    return known.isEmpty() || isOn(known, from);
  }

  private boolean isKnown(Person person) {
    return isKnown(person, directory.known(person.id()));
  }

  private static boolean isKnown(Person person, List<Listing> known) {
    return known.stream()
        .anyMatch(one ->
            Trail.isSame(one.person(), person)
                && role(one).compareTo(person.standing().role()) >= 0);
  }

  private static boolean isOn(List<Listing> known, int node) {
    return known.stream().anyMatch(one -> one.nodes().contains(node));
  }

  private static Role role(Listing listing) {
    return listing.person().standing().role();
  }
}
