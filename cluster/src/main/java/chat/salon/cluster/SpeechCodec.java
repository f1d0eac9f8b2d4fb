package chat.salon.cluster;

import chat.salon.core.Event.Said;
import chat.salon.core.Rank;
import chat.salon.core.Stamp;
import chat.salon.core.request.Say;
import chat.salon.core.request.SayPrivately;
import chat.salon.core.request.SpeakAs;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What people say and have said: most of all messages.
final class SpeechCodec {
  private SpeechCodec() {}

  static void fields(Writer out, Say say) {
    Numbers.FORMS.write(out, say.form());
    Text.LINES.write(out, say.text());
    write(out, say.tags());
    writeOptional(out, say.least());
  }

  static Say say(Reader in) {
    return new Say(Numbers.FORMS.read(in), Text.LINES.read(in), tags(in), optionalRank(in));
  }

  static void fields(Writer out, SayPrivately say) {
    PersonCodec.write(out, say.to());
    Numbers.FORMS.write(out, say.form());
    Text.LINES.write(out, say.text());
    write(out, say.tags());
  }

  static SayPrivately sayPrivately(Reader in) {
    return new SayPrivately(
        PersonCodec.addressee(in), Numbers.FORMS.read(in), Text.LINES.read(in), tags(in));
  }

  static void fields(Writer out, SpeakAs as) {
    Numbers.GUISES.write(out, as.guise());
    Names.write(out, as.name());
    Text.LINES.write(out, as.text());
  }

  static SpeakAs speakAs(Reader in) {
    return new SpeakAs(Numbers.GUISES.read(in), Names.speaker(in), Text.LINES.read(in));
  }

  static void fields(Writer out, Said said) {
    Names.writeConversation(out, said.where());
    PersonCodec.write(out, said.by());
    Numbers.FORMS.write(out, said.form());
    Text.WORD.write(out, said.target());
    var to = said.to();
    out.flag(to != null);
    if (to != null) {
      PersonCodec.write(out, to);
    }
    Text.LINES.write(out, said.text());
    write(out, said.tags());
    writeOptional(out, said.least());
    AftermathCodec.write(out, said.aftermath());
  }

  static Said said(Reader in, Stamp stamp) {
    return new Said(
        stamp,
        Names.conversation(in),
        PersonCodec.read(in),
        Numbers.FORMS.read(in),
        Text.WORD.read(in),
        in.flag() ? PersonCodec.id(in) : null,
        Text.LINES.read(in),
        tags(in),
        optionalRank(in),
        AftermathCodec.read(in));
  }

  private static void write(Writer out, Map<String, String> tags) {
    out.number(tags.size());
    for (var tag : tags.entrySet()) {
      Text.TAG_KEY.write(out, tag.getKey());
      Text.TAG_VALUE.write(out, tag.getValue());
    }
  }

  // In their order.
  private static Map<String, String> tags(Reader in) {
    int count = in.count();
    if (count == 0) {
      return Map.of();
    }
    var tags = new LinkedHashMap<String, String>();
    for (int i = 0; i < count; i++) {
      tags.put(Text.TAG_KEY.read(in), Text.TAG_VALUE.read(in));
    }
    return Collections.unmodifiableMap(tags);
  }

  static void writeOptional(Writer out, @Nullable Rank rank) {
    out.flag(rank != null);
    if (rank != null) {
      Numbers.RANKS.write(out, rank);
    }
  }

  // Never left out: what is for some would be shown to all.
  static @Nullable Rank optionalRank(Reader in) {
    return in.flag() ? Numbers.RANKS.read(in) : null;
  }
}
