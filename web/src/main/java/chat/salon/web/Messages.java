package chat.salon.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.http.WebSocketFrame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/// Puts WebSocket messages together and cuts them into frames of the protocol, within bounds. On
/// one event loop; never waits.
final class Messages {
  private static final int UNSUPPORTED = 1003;
  private static final int NOT_TEXT = 1007;
  private static final int TOO_BIG = 1009;

  private final WebSettings settings;
  private final Listener listener;
  private final ByteArrayOutputStream parts = new ByteArrayOutputStream(0);
  private boolean isOver;

  /// Who hears them.
  interface Listener {
    /// One frame of the protocol.
    void frame(String text);

    /// No more is taken.
    ///
    /// @param code of the WebSocket
    void refuse(int code, String why);
  }

  Messages(WebSettings settings, Listener listener) {
    this.settings = settings;
    this.listener = listener;
  }

  /// A part of a message, or all of it.
  void take(WebSocketFrame frame) {
    if (isOver || frame.isPing() || frame.isClose()) {
      return;
    }
    if (frame.isBinary()) {
      refuse(UNSUPPORTED, "Frames are text");
      return;
    }
    var bytes = frame.binaryData().getBytes();
    if (parts.size() + bytes.length > settings.messageBytes()) {
      refuse(TOO_BIG, "A message has at most " + settings.messageBytes() + " bytes");
      return;
    }
    parts.writeBytes(bytes);
    if (frame.isFinal()) {
      var whole = parts.toByteArray();
      parts.reset();
      message(whole);
    }
  }

  private void message(byte[] bytes) {
    String text;
    try {
      text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      refuse(NOT_TEXT, "A message is UTF-8");
      return;
    }
    for (var line : text.split("\n", -1)) {
      if (line.length() > settings.frameBytes()) {
        refuse(TOO_BIG, "A frame has at most " + settings.frameBytes() + " bytes");
        return;
      }
      if (!line.isBlank()) {
        listener.frame(line);
      }
    }
  }

  /// The socket broke a rule of WebSockets, or is gone.
  void failed(Throwable why) {
    if (why instanceof CorruptedWebSocketFrameException broken) {
      refuse(broken.closeStatus().code(), "That was no WebSocket frame, or one that is too large");
    }
  }

  private void refuse(int code, String why) {
    if (!isOver) {
      isOver = true;
      parts.reset();
      listener.refuse(code, why);
    }
  }
}
