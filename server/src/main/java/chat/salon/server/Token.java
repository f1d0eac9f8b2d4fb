package chat.salon.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Something to hand to another machine as one word of letters and digits: `salon-`, what it is, a
/// checksum, and JSON, deflated.
final class Token {
  private static final int CHECK_BYTES = 8;
  private static final int MOST_BYTES = 64 * 1024;
  private static final JsonMapper JSON = JsonMapper.shared();

  private Token() {}

  /// @param kind a word with the version of its form, such as `join1`
  static String encode(String kind, Record content) {
    var packed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(packed)) {
      deflater.write(JSON.writeValueAsBytes(content));
    } catch (IOException e) {
      throw new IllegalStateException("cannot write into memory", e);
    }
    var bytes = packed.toByteArray();
    var whole = Arrays.copyOf(check(kind, bytes), CHECK_BYTES + bytes.length);
    System.arraycopy(bytes, 0, whole, CHECK_BYTES, bytes.length);
    return prefix(kind) + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /// @throws IllegalArgumentException it is something else, of another version, or damaged
  static <T extends Record> T decode(String kind, Class<T> type, String token) {
    if (!token.startsWith(prefix(kind))) {
      throw new IllegalArgumentException(
          "this is no line of the kind that is wanted here: it must begin with \""
              + prefix(kind)
              + "\"; or another version of Salon has made it");
    }
    try {
      var whole = Base64.getUrlDecoder().decode(token.substring(prefix(kind).length()));
      var bytes = Arrays.copyOfRange(whole, Math.min(CHECK_BYTES, whole.length), whole.length);
      if (!Arrays.equals(
          check(kind, bytes), 0, CHECK_BYTES, whole, 0, whole.length - bytes.length)) {
        throw new IllegalArgumentException("wrong checksum");
      }
      return JSON.readValue(inflated(bytes), type);
    } catch (IllegalArgumentException | IOException | JacksonException e) {
      throw new IllegalArgumentException(
          "the line is damaged: copy all of it, from \"" + prefix(kind) + "\" to its end", e);
    }
  }

  private static byte[] inflated(byte[] packed) throws IOException {
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      var bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException("too long");
      }
      return bytes;
    }
  }

  private static byte[] check(String kind, byte[] bytes) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(prefix(kind).getBytes(UTF_8));
      return Arrays.copyOf(digest.digest(bytes), CHECK_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no SHA-256", e);
    }
  }

  private static String prefix(String kind) {
    return "salon-" + kind + "-";
  }
}
