package chat.salon.cluster;

import chat.salon.cluster.Message.Ack;
import chat.salon.cluster.Message.AskMember;
import chat.salon.cluster.Message.Frames;
import chat.salon.cluster.Message.Gather;
import chat.salon.cluster.Message.GatherPeople;
import chat.salon.cluster.Message.Gathered;
import chat.salon.cluster.Message.GatheredPeople;
import chat.salon.cluster.Message.ListChannels;
import chat.salon.cluster.Message.ListChannelsOf;
import chat.salon.cluster.Message.Listed;
import chat.salon.cluster.Message.ListedOf;
import chat.salon.cluster.Message.Parcel;
import chat.salon.cluster.Message.Question;
import chat.salon.cluster.Message.SaidMember;

/// All messages. Those that are neither questions nor parcels have the numbers from 64 on.
final class MessageCodec {
  private static final int GATHER = 64;
  private static final int GATHERED = 65;
  private static final int LIST_CHANNELS = 66;
  private static final int LISTED = 67;
  private static final int LIST_CHANNELS_OF = 68;
  private static final int LISTED_OF = 69;
  private static final int GATHER_PEOPLE = 70;
  private static final int GATHERED_PEOPLE = 71;
  private static final int FRAMES = 72;
  private static final int ACK = 73;
  private static final int ASK_MEMBER = 74;
  private static final int SAID_MEMBER = 75;

  private MessageCodec() {}

  static void write(Writer out, Message message) {
    out.body(message, MessageCodec::fields);
  }

  private static void fields(Writer out, Message message) {
    switch (message) {
      case Question question -> QuestionCodec.fields(out, question);
      case Parcel parcel -> ParcelCodec.fields(out, parcel);
      case Gather(var id, var from, var where, var epoch) -> {
        head(out, GATHER, id, from);
        Names.write(out, where);
        out.number(epoch);
      }
      case Gathered(var id, var from, var upTo, var members) -> {
        head(out, GATHERED, id, from);
        out.number(upTo);
        out.list(members, PersonCodec::write);
      }
      case ListChannels(var id, var from) -> head(out, LIST_CHANNELS, id, from);
      case Listed(var id, var from, var channels) -> {
        head(out, LISTED, id, from);
        out.list(channels, ChannelCodec::write);
      }
      case ListChannelsOf(var id, var from, var person) -> {
        head(out, LIST_CHANNELS_OF, id, from);
        PersonCodec.write(out, person);
      }
      case ListedOf(var id, var from, var channels, var visit) -> {
        head(out, LISTED_OF, id, from);
        out.list(channels, Names::write);
        PersonCodec.writeOptional(out, visit);
      }
      case AskMember(var id, var from) -> head(out, ASK_MEMBER, id, from);
      case SaidMember(var id, var from, var isMember) -> {
        head(out, SAID_MEMBER, id, from);
        out.flag(isMember);
      }
      case GatherPeople(var id, var from) -> head(out, GATHER_PEOPLE, id, from);
      case GatheredPeople(var id, var from, var people) -> {
        head(out, GATHERED_PEOPLE, id, from);
        out.list(people, PersonCodec::write);
      }
      case Frames(var from, var link, var first, var parcels) -> {
        linkHead(out, FRAMES, from, link);
        out.number(first);
        out.list(parcels, ParcelCodec::write);
      }
      case Ack(var from, var link, var upTo) -> {
        linkHead(out, ACK, from, link);
        out.number(upTo);
      }
    }
  }

  private static void head(Writer out, int number, long id, int from) {
    out.number(number);
    out.number(id);
    out.number(from);
  }

  private static void linkHead(Writer out, int number, int from, long link) {
    out.number(number);
    out.number(from);
    out.bits(link);
  }

  static Message read(Reader in) {
    return in.body(MessageCodec::fields);
  }

  private static Message fields(Reader in) {
    int number = in.integer();
    if (number <= QuestionCodec.LAST) {
      return QuestionCodec.fields(in, number);
    }
    if (number <= ParcelCodec.LAST) {
      return ParcelCodec.fields(in, number);
    }
    return switch (number) {
      case GATHER -> new Gather(in.number(), PersonCodec.node(in), Names.channel(in), in.number());
      case GATHERED ->
          new Gathered(
              in.number(), PersonCodec.node(in), in.number(), in.list(PersonCodec::member));
      case LIST_CHANNELS -> new ListChannels(in.number(), PersonCodec.node(in));
      case LISTED -> new Listed(in.number(), PersonCodec.node(in), in.list(ChannelCodec::read));
      case LIST_CHANNELS_OF ->
          new ListChannelsOf(in.number(), PersonCodec.node(in), PersonCodec.id(in));
      case LISTED_OF ->
          new ListedOf(
              in.number(),
              PersonCodec.node(in),
              in.list(Names::channel),
              PersonCodec.optionalVisit(in));
      case GATHER_PEOPLE -> new GatherPeople(in.number(), PersonCodec.node(in));
      case GATHERED_PEOPLE ->
          new GatheredPeople(in.number(), PersonCodec.node(in), in.list(PersonCodec::read));
      case FRAMES ->
          new Frames(PersonCodec.node(in), in.bits(), in.number(), in.list(ParcelCodec::read));
      case ACK -> new Ack(PersonCodec.node(in), in.bits(), in.number());
      case ASK_MEMBER -> new AskMember(in.number(), PersonCodec.node(in));
      case SAID_MEMBER -> new SaidMember(in.number(), PersonCodec.node(in), in.flag());
      default -> throw in.unknown("message", number);
    };
  }
}
