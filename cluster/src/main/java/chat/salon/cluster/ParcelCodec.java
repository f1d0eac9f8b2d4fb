package chat.salon.cluster;

import chat.salon.cluster.Message.Answer;
import chat.salon.cluster.Message.Carry;
import chat.salon.cluster.Message.Everybody;
import chat.salon.cluster.Message.Follow;
import chat.salon.cluster.Message.Granted;
import chat.salon.cluster.Message.Looked;
import chat.salon.cluster.Message.Parcel;
import chat.salon.cluster.Message.Proclaim;
import chat.salon.cluster.Message.Sever;
import chat.salon.cluster.Message.Tie;
import chat.salon.cluster.Message.Unreadable;
import chat.salon.cluster.Message.Update;
import chat.salon.core.ChannelSnapshot;
import chat.salon.core.Delivery;
import chat.salon.core.HangUp;
import chat.salon.core.PersonId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What goes by a link: messages number 32 to 63.
final class ParcelCodec {
  static final int LAST = 63;

  private static final int ANSWER = 32;
  private static final int CARRY = 33;
  private static final int FOLLOW = 34;
  private static final int LOOKED = 35;
  private static final int GRANTED = 36;
  private static final int UPDATE = 37;
  private static final int EVERYBODY = 38;
  private static final int UNREADABLE = 39;
  private static final int SEVER = 40;
  private static final int TIE = 41;

  private static final int PROCLAIM = 63;

  private static final int OF_TOKEN = 1;
  private static final int OF_ACCOUNT = 2;
  private static final int OF_OTHERS = 80;
  private static final int OF_SESSION = 50;
  private static final int OF_DROPPED = 51;

  private ParcelCodec() {}

  static void write(Writer out, Parcel parcel) {
    out.body(parcel, ParcelCodec::fields);
  }

  static void fields(Writer out, Parcel parcel) {
    switch (parcel) {
      case Answer answer -> {
        out.number(ANSWER);
        out.number(answer.id());
        var outcome = answer.outcome();
        out.flag(outcome != null);
        if (outcome != null) {
          out.body(outcome, OutcomeCodec::fields);
        }
      }
      case Carry carry -> {
        out.number(CARRY);
        out.number(carry.epoch());
        out.list(carry.deliveries(), ParcelCodec::write);
      }
      case Follow(var channel) -> {
        out.number(FOLLOW);
        ChannelCodec.write(out, channel);
      }
      case Looked looked -> {
        out.number(LOOKED);
        out.number(looked.id());
        writeOptional(out, looked.channel());
      }
      case Granted(var id, var grant) -> {
        out.number(GRANTED);
        out.number(id);
        DirectoryCodec.write(out, grant);
      }
      case Update(var term, var listing, var isGone) -> {
        out.number(UPDATE);
        out.number(term);
        DirectoryCodec.write(out, listing);
        out.flag(isGone);
      }
      case Everybody(var term, var people, var isLast) -> {
        out.number(EVERYBODY);
        out.number(term);
        out.list(people, DirectoryCodec::write);
        out.flag(isLast);
      }
      case Sever(var what) -> {
        out.number(SEVER);
        out.body(what, ParcelCodec::fields);
      }
      case Proclaim(var what) -> {
        out.number(PROCLAIM);
        DecreeCodec.write(out, what);
      }
      case Tie(var one, var other) -> {
        out.number(TIE);
        Names.write(out, one);
        Names.write(out, other);
      }
      case Unreadable() -> out.number(UNREADABLE);
    }
  }

  /// A parcel of a link. One that this version cannot read keeps its place among the others.
  static Parcel read(Reader in) {
    var parcel = in.known(body -> fields(body, body.integer()));
    return parcel == null ? new Unreadable() : parcel;
  }

  static Parcel fields(Reader in, int number) {
    return switch (number) {
      case ANSWER -> answer(in);
      case CARRY -> carry(in);
      case FOLLOW -> new Follow(ChannelCodec.read(in));
      case LOOKED -> new Looked(in.number(), optionalChannel(in));
      case GRANTED -> new Granted(in.number(), DirectoryCodec.grant(in));
      case UPDATE -> new Update(in.number(), DirectoryCodec.listing(in), in.flag());
      case EVERYBODY -> new Everybody(in.number(), in.list(DirectoryCodec::listing), in.flag());
      case SEVER -> new Sever(in.body(ParcelCodec::hangUp));
      case TIE -> new Tie(Names.account(in), Names.account(in));
      case PROCLAIM -> new Proclaim(DecreeCodec.read(in));
      case UNREADABLE -> new Unreadable();
      default -> throw in.unknown("parcel", number);
    };
  }

  private static void fields(Writer out, HangUp what) {
    switch (what) {
      case HangUp.OfToken(var token) -> {
        out.number(OF_TOKEN);
        out.number(token);
      }
      case HangUp.OfAccount(var account, var but) -> {
        out.number(OF_ACCOUNT);
        Names.write(out, account);
        out.number(but);
      }
      case HangUp.OfSession(var account, var session) -> {
        out.number(OF_SESSION);
        Names.write(out, account);
        out.number(session);
      }
      case HangUp.OfDropped(var account, var but) -> {
        out.number(OF_DROPPED);
        Names.write(out, account);
        out.number(but);
      }
      case HangUp.OfOthers(var account, var but) -> {
        out.number(OF_OTHERS);
        Names.write(out, account);
        out.number(but);
      }
    }
  }

  private static HangUp hangUp(Reader in) {
    int number = in.integer();
    return switch (number) {
      case OF_TOKEN -> new HangUp.OfToken(in.number());
      case OF_ACCOUNT -> new HangUp.OfAccount(Names.account(in), in.number());
      case OF_SESSION -> new HangUp.OfSession(Names.account(in), in.number());
      case OF_DROPPED -> new HangUp.OfDropped(Names.account(in), in.number());
      case OF_OTHERS -> new HangUp.OfOthers(Names.account(in), in.number());
      default -> throw in.unknown("reason to hang up", number);
    };
  }

  // Whoever waits for an outcome is to have one: what this version does not know is told as a
  // fault.
  private static Answer answer(Reader in) {
    return new Answer(in.number(), in.flag() ? in.known(OutcomeCodec::fields) : null);
  }

  // Events that this version does not know are left out. Where one is in the log, its number is
  // missed, and looked for there.
  private static Carry carry(Reader in) {
    return new Carry(in.number(), in.list(each -> each.known(ParcelCodec::delivery)));
  }

  private static void writeOptional(Writer out, @Nullable ChannelSnapshot channel) {
    out.flag(channel != null);
    if (channel != null) {
      ChannelCodec.write(out, channel);
    }
  }

  private static @Nullable ChannelSnapshot optionalChannel(Reader in) {
    return in.flag() ? ChannelCodec.read(in) : null;
  }

  private static void write(Writer out, Delivery delivery) {
    out.body(delivery, ParcelCodec::fields);
  }

  private static void fields(Writer out, Delivery delivery) {
    EventCodec.write(out, delivery.event());
    QuestionCodec.writeOptional(out, delivery.origin());
    var only = delivery.only();
    out.flag(only != null);
    if (only != null) {
      out.list(only, PersonCodec::write);
    }
  }

  private static Delivery delivery(Reader in) {
    return new Delivery(EventCodec.read(in), QuestionCodec.optionalOrigin(in), only(in));
  }

  private static @Nullable Set<PersonId> only(Reader in) {
    return in.flag() ? in.set(PersonCodec::id) : null;
  }
}
