package chat.salon.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/// What is sent or was read; nobody changes it.
public final class Bytes {
  public static final Bytes NONE = new Bytes(new byte[0]);

  private final byte[] content;

  /// @param content handed over: not to be changed any more
  public Bytes(byte[] content) {
    this.content = content;
  }

  public int length() {
    return content.length;
  }

  /// To be read from the beginning.
  public InputStream stream() {
    return new ByteArrayInputStream(content);
  }

  Buffer buffer() {
    return Buffer.buffer(content);
  }

  /// As UTF-8.
  public String text() {
    return new String(content, UTF_8);
  }
}
