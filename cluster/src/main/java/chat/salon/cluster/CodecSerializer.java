package chat.salon.cluster;

import org.apache.pekko.serialization.JSerializer;
import org.jspecify.annotations.Nullable;

/// Lets the engine turn [Message]s into bytes by [Codec]. Made by the engine.
public final class CodecSerializer extends JSerializer {
  private static final int IDENTIFIER = 7_254_001;

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public boolean includeManifest() {
    return false;
  }

  @Override
  public byte[] toBinary(Object message) {
    return Codec.encode((Message) message);
  }

  @Override
  public Object fromBinaryJava(byte[] bytes, @Nullable Class<?> manifest) {
    return Codec.decode(bytes);
  }
}
