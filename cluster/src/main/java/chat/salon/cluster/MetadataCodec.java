package chat.salon.cluster;

import chat.salon.core.Metadata;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What people and channels say of themselves, on its way to another node.
final class MetadataCodec {
  private MetadataCodec() {}

  static void write(Writer out, Metadata metadata) {
    out.list(metadata.values().entrySet(), MetadataCodec::entry);
  }

  private static void entry(Writer out, Map.Entry<String, String> entry) {
    Text.WORD.write(out, entry.getKey());
    Text.LINE.write(out, entry.getValue());
  }

  static Metadata read(Reader in) {
    var values = new TreeMap<String, String>();
    in.list(each -> Map.entry(key(each), Text.LINE.read(each)))
        .forEach(entry -> values.put(entry.getKey(), entry.getValue()));
    return values.isEmpty() ? Metadata.NONE : new Metadata(values);
  }

  static void write(Writer out, String key, @Nullable String value) {
    Text.WORD.write(out, key);
    out.flag(value != null);
    if (value != null) {
      Text.LINE.write(out, value);
    }
  }

  static String key(Reader in) {
    var key = Text.WORD.read(in);
    if (!Metadata.isKey(key)) {
      throw in.bad("a key of metadata that is none");
    }
    return key;
  }

  static @Nullable String value(Reader in) {
    return in.flag() ? Text.LINE.read(in) : null;
  }
}
