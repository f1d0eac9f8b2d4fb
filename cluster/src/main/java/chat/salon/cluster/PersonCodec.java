package chat.salon.cluster;

import chat.salon.core.AccountName;
import chat.salon.core.Actor;
import chat.salon.core.Availability;
import chat.salon.core.CustomStatus;
import chat.salon.core.Member;
import chat.salon.core.Metadata;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.PersonId;
import chat.salon.core.Rank;
import chat.salon.core.Ranks;
import chat.salon.core.Role;
import chat.salon.core.Shield;
import chat.salon.core.Visit;
import chat.salon.core.Visit.Connected;
import chat.salon.core.account.Privacy.Circle;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// People, as others see them, as they ask, and in a channel.
final class PersonCodec {
  private static final int SECURE = 1;
  private static final int OPER = 1 << 1;
  private static final int INVISIBLE = 1 << 2;
  private static final int BOT = 1 << 3;
  private static final int ADMINISTRATOR = 1 << 4;
  private static final int IDLE = 1 << 5;
  private static final int DO_NOT_DISTURB = 1 << 6;
  private static final int NAMED = 1 << 7;
  private static final int SEEN_BY_SHARED = 1 << 8;
  private static final int SEEN_BY_FRIENDS = 1 << 9;
  private static final int RAISED = 1 << 10; // and a text at the end says to which operator

  private static final int LAST_NODE = 255;

  private PersonCodec() {}

  static void write(Writer out, Person person) {
    out.body(person, PersonCodec::fields);
  }

  private static void fields(Writer out, Person person) {
    write(out, person.id());
    Names.write(out, person.nick());
    Text.MASK_PART.write(out, person.user());
    Text.MASK_PART.write(out, person.host());
    Text.LINE.write(out, person.realname());
    writeOptional(out, person.account());
    var away = person.away();
    out.flag(away != null);
    if (away != null) {
      Text.LINE.write(out, away);
    }
    write(out, person.standing());
    var says = person.standing().says();
    out.flag(says != null);
    if (says != null) {
      write(out, says);
    }
    ShieldCodec.write(out, person.standing().shield());
    MetadataCodec.write(out, person.metadata());
    var cloak = person.cloak();
    out.flag(cloak != null);
    if (cloak != null) {
      Text.MASK_PART.write(out, cloak);
    }
    var operator = person.standing().operator();
    if (operator != null) {
      Text.LINE.write(out, operator);
    }
  }

  static Person read(Reader in) {
    return in.body(body -> fields(body, id(body)));
  }

  /// Who is written to. Connected nowhere, they are [PersonId#NONE], and their account says who.
  static Person addressee(Reader in) {
    return in.body(body -> fields(body, new PersonId(body.number())));
  }

  private static Person fields(Reader in, PersonId id) {
    var nick = Names.speaker(in);
    var user = Text.MASK_PART.read(in);
    var host = Text.MASK_PART.read(in);
    var realname = Text.LINE.read(in);
    var account = optionalAccount(in);
    var away = in.flag() ? Text.LINE.read(in) : null;
    long bits = in.number();
    var standing =
        standing(bits)
            .withSays(in.hasMore() && in.flag() ? says(in) : null)
            .withShield(in.hasMore() ? ShieldCodec.read(in) : Shield.NONE);
    var metadata = in.hasMore() ? MetadataCodec.read(in) : Metadata.NONE;
    var cloak = in.hasMore() && in.flag() ? Text.MASK_PART.read(in) : null;
    if ((bits & RAISED) != 0) {
      standing = standing.raised(standing.role(), Text.LINE.read(in));
    }
    return new Person(id, nick, user, host, realname, account, away, standing, metadata, cloak);
  }

  private static void write(Writer out, CustomStatus says) {
    Text.LINE.write(out, says.text());
    var until = says.until();
    out.flag(until != null);
    if (until != null) {
      out.instant(until);
    }
  }

  private static CustomStatus says(Reader in) {
    return new CustomStatus(Text.LINE.read(in), in.flag() ? in.instant() : null);
  }

  static void writeOptional(Writer out, @Nullable AccountName account) {
    out.flag(account != null);
    if (account != null) {
      Names.write(out, account);
    }
  }

  static @Nullable AccountName optionalAccount(Reader in) {
    return in.flag() ? Names.account(in) : null;
  }

  // Bits, so that a version that does not know one leaves it out.
  private static void write(Writer out, Standing standing) {
    out.number(
        (standing.secure() ? SECURE : 0)
            | (standing.oper() ? OPER : 0)
            | (standing.invisible() ? INVISIBLE : 0)
            | (standing.bot() ? BOT : 0)
            | (standing.named() ? NAMED : 0)
            | (standing.role() == Role.ADMINISTRATOR ? ADMINISTRATOR : 0)
            | (standing.availability() == Availability.IDLE ? IDLE : 0)
            | (standing.availability() == Availability.DO_NOT_DISTURB ? DO_NOT_DISTURB : 0)
            | (standing.seenBy() == Circle.SHARED ? SEEN_BY_SHARED : 0)
            | (standing.seenBy() == Circle.FRIENDS ? SEEN_BY_FRIENDS : 0)
            | (standing.operator() != null ? RAISED : 0));
  }

  private static Standing standing(long bits) {
    return new Standing(
        (bits & SECURE) != 0,
        role(bits),
        (bits & INVISIBLE) != 0,
        (bits & BOT) != 0,
        (bits & NAMED) != 0,
        availability(bits),
        seenBy(bits),
        null,
        Shield.NONE,
        null);
  }

  private static Circle seenBy(long bits) {
    if ((bits & SEEN_BY_FRIENDS) != 0) {
      return Circle.FRIENDS;
    }
    return (bits & SEEN_BY_SHARED) == 0 ? Circle.EVERYONE : Circle.SHARED;
  }

  private static Availability availability(long bits) {
    if ((bits & DO_NOT_DISTURB) != 0) {
      return Availability.DO_NOT_DISTURB;
    }
    return (bits & IDLE) == 0 ? Availability.CONNECTED : Availability.IDLE;
  }

  private static Role role(long bits) {
    if ((bits & OPER) == 0) {
      return Role.MEMBER;
    }
    return (bits & ADMINISTRATOR) == 0 ? Role.MODERATOR : Role.ADMINISTRATOR;
  }

  static void write(Writer out, PersonId id) {
    out.number(id.value());
  }

  /// Of somebody who is there: never [PersonId#NONE].
  static PersonId id(Reader in) {
    var id = new PersonId(in.number());
    if (id.equals(PersonId.NONE)) {
      throw in.bad("a person without an id");
    }
    return id;
  }

  static void write(Writer out, Actor actor) {
    out.body(actor, PersonCodec::fields);
  }

  private static void fields(Writer out, Actor actor) {
    write(out, actor.person());
    writeNodes(out, actor.nodes());
    Text.LINE.write(out, actor.address());
    Numbers.ROLES.write(out, actor.role());
    out.number(actor.channels());
    out.number(actor.since());
    out.list(actor.unheardBy(), Names::write);
  }

  static Actor actor(Reader in) {
    return in.body(PersonCodec::actorFields);
  }

  private static Actor actorFields(Reader in) {
    return new Actor(
        read(in),
        nodes(in),
        Text.LINE.read(in),
        Numbers.ROLES.read(in),
        in.integer(),
        in.number(),
        in.set(Names::account));
  }

  static void write(Writer out, Member member) {
    out.body(member, PersonCodec::fields);
  }

  private static void fields(Writer out, Member member) {
    write(out, member.person());
    write(out, member.ranks());
    out.instant(member.joined());
    writeNodes(out, member.nodes());
  }

  static Member member(Reader in) {
    return in.body(PersonCodec::memberFields);
  }

  private static Member memberFields(Reader in) {
    return new Member(read(in), ranks(in), in.instant(), nodes(in));
  }

  static void writeOptional(Writer out, @Nullable Visit visit) {
    out.flag(visit != null);
    if (visit != null) {
      out.body(visit, PersonCodec::fields);
    }
  }

  private static void fields(Writer out, Visit visit) {
    out.instant(visit.since());
    out.instant(visit.lastSpoke());
    var availability = visit.availability();
    out.flag(availability != null);
    if (availability != null) {
      Numbers.AVAILABILITIES.write(out, availability);
    }
    out.list(visit.addresses(), Text.LINE::write);
    out.list(visit.connections(), PersonCodec::write);
  }

  static @Nullable Visit optionalVisit(Reader in) {
    return in.flag() ? in.body(PersonCodec::visitFields) : null;
  }

  private static Visit visitFields(Reader in) {
    return new Visit(
        in.instant(),
        in.instant(),
        in.flag() ? Numbers.AVAILABILITIES.read(in) : null,
        in.list(Text.LINE::read),
        in.hasMore() ? in.list(PersonCodec::connected) : List.of());
  }

  private static void write(Writer out, Connected connected) {
    out.body(connected, PersonCodec::fields);
  }

  private static void fields(Writer out, Connected connected) {
    out.number(connected.id());
    Text.LINE.write(out, connected.address());
    Text.LINE.write(out, connected.device());
    out.number(connected.node());
  }

  private static Connected connected(Reader in) {
    return in.body(PersonCodec::connectedFields);
  }

  private static Connected connectedFields(Reader in) {
    return new Connected(in.number(), Text.LINE.read(in), Text.LINE.read(in), node(in));
  }

  static void write(Writer out, Ranks ranks) {
    Numbers.RANKS.writeSet(out, ranks::has);
  }

  static Ranks ranks(Reader in) {
    var ranks = Ranks.NONE;
    for (Rank rank : Numbers.RANKS.readSet(in)) {
      ranks = ranks.with(rank);
    }
    return ranks;
  }

  static void writeNodes(Writer out, Set<Integer> nodes) {
    out.list(nodes, (o, node) -> o.number(node));
  }

  static Set<Integer> nodes(Reader in) {
    return in.set(PersonCodec::node);
  }

  static int node(Reader in) {
    return in.number(LAST_NODE, "node");
  }
}
