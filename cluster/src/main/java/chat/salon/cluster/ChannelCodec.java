package chat.salon.cluster;

import chat.salon.core.AccountName;
import chat.salon.core.Bounds;
import chat.salon.core.ChannelSnapshot;
import chat.salon.core.JoinRequest;
import chat.salon.core.ListEntry;
import chat.salon.core.ListKind;
import chat.salon.core.Metadata;
import chat.salon.core.Ranks;
import chat.salon.core.Topic;
import chat.salon.core.port.Head;
import chat.salon.core.port.StoredChannel;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A channel on its way to another node.
final class ChannelCodec {
  private ChannelCodec() {}

  static void write(Writer out, ChannelSnapshot channel) {
    out.body(channel, ChannelCodec::fields);
  }

  private static void fields(Writer out, ChannelSnapshot channel) {
    out.body(channel.settings(), ChannelCodec::fields);
    out.list(channel.members(), PersonCodec::write);
    out.list(channel.invited(), PersonCodec::write);
    out.number(channel.others());
  }

  static ChannelSnapshot read(Reader in) {
    return in.body(ChannelCodec::fields);
  }

  private static ChannelSnapshot fields(Reader in) {
    return new ChannelSnapshot(
        in.body(ChannelCodec::settings),
        in.list(PersonCodec::member),
        in.set(PersonCodec::id),
        in.integer());
  }

  private static void fields(Writer out, StoredChannel settings) {
    Names.write(out, settings.name());
    out.body(settings.head(), ChannelCodec::fields);
    out.instant(settings.created());
    var topic = settings.topic();
    out.flag(topic != null);
    if (topic != null) {
      out.body(topic, ChannelCodec::fields);
    }
    Numbers.FLAGS.writeSet(out, settings.flags()::contains);
    ModeCodec.writeKey(out, settings.key());
    out.number(settings.limit());
    out.list(settings.lists().entrySet(), (o, list) -> o.body(list, ChannelCodec::fields));
    out.list(settings.seats().entrySet(), ChannelCodec::seat);
    PersonCodec.writeOptional(out, settings.founder());
    out.list(settings.requests(), AskingCodec::write);
    Text.LINE.write(out, settings.description());
    out.number(settings.slow());
    ModeCodec.write(out, settings.bounds());
    MetadataCodec.write(out, settings.metadata());
  }

  private static StoredChannel settings(Reader in) {
    var name = Names.channel(in);
    var head = in.body(ChannelCodec::head);
    var created = in.instant();
    var topic = in.flag() ? in.body(ChannelCodec::topic) : null;
    var flags = Numbers.FLAGS.readSet(in);
    var key = ModeCodec.key(in);
    int limit = in.integer();
    var lists = lists(in);
    var seats = seats(in);
    var founder = PersonCodec.optionalAccount(in);
    // earlier versions end here, or before what follows
    var requests = in.hasMore() ? in.list(AskingCodec::request) : List.<JoinRequest>of();
    var description = in.hasMore() ? Text.LINE.read(in) : "";
    int slow = in.hasMore() ? in.integer() : 0;
    var bounds = in.hasMore() ? ModeCodec.bounds(in) : Bounds.NONE;
    var metadata = in.hasMore() ? MetadataCodec.read(in) : Metadata.NONE;
    return new StoredChannel(
        name,
        head,
        created,
        topic,
        flags,
        key,
        limit,
        lists,
        seats,
        founder,
        description,
        slow,
        requests,
        bounds,
        metadata);
  }

  private static void fields(Writer out, Head head) {
    out.number(head.lastId());
    out.number(head.lastSeq());
    out.number(head.opened());
    out.flag(head.isOpen());
    out.number(head.epoch());
  }

  private static Head head(Reader in) {
    return new Head(in.number(), in.number(), in.number(), in.flag(), in.number());
  }

  private static void fields(Writer out, Topic topic) {
    Text.LINE.write(out, topic.text());
    Text.WORD.write(out, topic.by());
    out.instant(topic.at());
  }

  private static Topic topic(Reader in) {
    return new Topic(Text.LINE.read(in), Text.WORD.read(in), in.instant());
  }

  private static void fields(Writer out, Map.Entry<ListKind, List<ListEntry>> list) {
    Numbers.LISTS.write(out, list.getKey());
    out.list(list.getValue(), (o, entry) -> o.body(entry, ChannelCodec::fields));
  }

  // Lists that this version does not know are left out.
  private static Map<ListKind, List<ListEntry>> lists(Reader in) {
    return map(in.list(each -> each.known(ChannelCodec::list)));
  }

  private static Map.Entry<ListKind, List<ListEntry>> list(Reader in) {
    return Map.entry(Numbers.LISTS.read(in), in.list(each -> each.body(ChannelCodec::entry)));
  }

  private static void fields(Writer out, ListEntry entry) {
    ModeCodec.write(out, entry.mask());
    Text.WORD.write(out, entry.by());
    out.instant(entry.at());
    ModeCodec.writeTerms(out, entry.until(), entry.reason());
  }

  private static ListEntry entry(Reader in) {
    return new ListEntry(
        ModeCodec.mask(in),
        Text.WORD.read(in),
        in.instant(),
        ModeCodec.until(in),
        ModeCodec.reason(in));
  }

  private static void seat(Writer out, Map.Entry<AccountName, Ranks> seat) {
    Names.write(out, seat.getKey());
    PersonCodec.write(out, seat.getValue());
  }

  private static Map<AccountName, Ranks> seats(Reader in) {
    return map(in.list(each -> Map.entry(Names.account(each), PersonCodec.ranks(each))));
  }

  private static <K, V> Map<K, V> map(List<Map.Entry<K, V>> entries) {
    var map = new HashMap<K, V>();
    entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
    return Collections.unmodifiableMap(map);
  }
}
