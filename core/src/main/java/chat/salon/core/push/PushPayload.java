package chat.salon.core.push;

/// How a notice looks to a kind of device. Pure.
@FunctionalInterface
public interface PushPayload {

  /// The bytes that are encrypted for the device.
  ///
  /// @param showsText whether names and texts may be in it
  byte[] of(Notice notice, boolean showsText);
}
