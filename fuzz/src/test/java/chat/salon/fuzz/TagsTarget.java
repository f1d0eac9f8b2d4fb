package chat.salon.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.wire.Line;
import chat.salon.wire.Tags;
import java.util.HashSet;

/// Message tags: what is escaped comes back, what is read is written and read the same, and no tag
/// can end its line.
public final class TagsTarget {
  private TagsTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    var text = Texts.of(input);
    escaped(text);
    int space = text.indexOf(' ');
    var tags = Tags.parse(space < 0 ? text : text.substring(0, space));
    read(tags);
    changed(tags);
    sent(tags);
  }

  private static void escaped(String text) {
    var escaped = Tags.escape(text);
    Check.same(text, Tags.unescape(escaped), "unescaped");
    Check.that(escaped.chars().noneMatch(c -> "; \r\n".indexOf(c) >= 0), "ends its value");
    var meant = Tags.unescape(text);
    Check.same(meant, Tags.unescape(Tags.escape(meant)), "escaped again");
    Check.that(meant.length() <= text.length(), "grows");
  }

  private static void read(Tags tags) {
    Check.same(tags, Tags.parse(tags.toString()), "read back");
    Check.same(tags.hashCode(), Tags.parse(tags.toString()).hashCode(), "hash");
    Check.same(tags.keys().size(), new HashSet<>(tags.keys()).size(), "keys that there are once");
    Check.same(tags.size(), tags.entries().size(), "entries");
    for (var tag : tags.entries()) {
      Check.that(!tag.getKey().isEmpty() && tag.getKey().indexOf(';') < 0, "no key");
      Check.same(tag.getValue(), tags.get(tag.getKey()), "value");
    }
  }

  private static void changed(Tags tags) {
    Check.same(tags, tags.with(tags), "with itself");
    Check.that(tags.clientOnly().keys().stream().allMatch(key -> key.startsWith("+")), "not +");
    var server = tags.only(key -> !key.startsWith("+"));
    Check.same(tags, server.with(tags.clientOnly()), "both kinds");
    for (var key : tags.keys()) {
      Check.same("v", tags.with(key, "v").get(key), "changed");
      Check.same(tags.size() - 1, tags.without(key).size(), "one less");
      if (tags.size() > 20) break;
    }
  }

  private static void sent(Tags tags) {
    var line = Line.of(null, "TAGMSG", "#tea").with(tags);
    boolean isWhole = Check.isWhole(tags.toString());
    try {
      var bytes = tags.bytes();
      Check.same(bytes.length, tags.encodedSize(), "size");
      Check.that(!Check.breaksLine(bytes, bytes.length), "ends the line");
      var text = new String(bytes, UTF_8);
      Check.that(tags.isEmpty() || text.indexOf(' ') == text.length() - 1, "ends the tags");
      var back = Check.readBack(line.bytes());
      if (isWhole) Check.same(line, back, "read back from a line");
    } catch (IllegalArgumentException _) {
      Check.that(Check.breaksLine(tags.toString()), "refused without a reason");
    }
  }
}
