package chat.salon.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chat.salon.wire.Line;
import chat.salon.wire.Parsed;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/// One connection of the crowd. Scans what it reads for line ends by hand, and makes no object for
/// a delivery. Lives on the event loop.
final class Client extends ChannelInboundHandlerAdapter {
  private static final int PING = word("PING");
  private static final int PONG = word("PONG");
  private static final int JOIN = word("JOIN");
  private static final int PART = word("PART");
  private static final int QUIT = word("QUIT");
  private static final int ERROR = word("ERRO");

  private static final int WELCOME = 1;
  private static final int END_OF_NAMES = 366;
  private static final int NO_MOTD = 422;
  private static final int FIRST_ERROR = 400;
  private static final int LAST_ERROR = 599;

  final int index;
  final String nick;
  private final Crowd crowd;

  /// The streams of what this client hears begin at `firstStream`, for the voice `firstVoice`.
  int firstStream;

  int firstVoice;
  int voices;

  private @Nullable Channel channel;
  private @Nullable ByteBuf out;
  private @Nullable ByteBuf held;
  private boolean registered;
  private boolean leaving;

  Client(Crowd crowd, int index, String nick) {
    this.crowd = crowd;
    this.index = index;
    this.nick = nick;
  }

  private static int word(String four) {
    return Unpooled.wrappedBuffer(four.getBytes(US_ASCII)).getInt(0);
  }

  // ---- Sending ----

  /// Sends a line, with its end, when the event loop has finished its round.
  void send(byte[] line) {
    if (out == null) {
      out = crowd.allocator().directBuffer(Math.max(256, line.length));
      crowd.flushLater(this);
    }
    out.writeBytes(line);
  }

  void send(String line) {
    send((line + "\r\n").getBytes(US_ASCII));
  }

  void join(String name) {
    send("JOIN " + name);
  }

  /// Says goodbye; the server is to close the connection.
  void quit() {
    leaving = true;
    send("QUIT :done");
  }

  /// Its connection may end from now on.
  void expectEnd() {
    leaving = true;
  }

  boolean isConnected() {
    return channel != null;
  }

  /// Closes the connection without a word.
  void cut() {
    leaving = true;
    if (channel != null) {
      channel.close();
    }
  }

  void flush() {
    var waiting = out;
    out = null;
    if (waiting == null) {
      return;
    }
    if (channel == null || !channel.isActive()) {
      waiting.release();
      return;
    }
    channel.writeAndFlush(waiting, channel.voidPromise());
  }

  // ---- Coming and going ----

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context.channel();
    send("NICK " + nick + "\r\nUSER bench 0 * :bench");
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    channel = null;
    if (held != null) {
      held.release();
      held = null;
    }
    crowd.gone(this, leaving);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (!leaving) {
      crowd.fail(new BenchException("the connection of " + nick + " failed: " + cause, cause));
    }
    context.close();
  }

  // ---- Reading ----

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    var buffer = (ByteBuf) bytes;
    try {
      crowd.countRead();
      scan(buffer, System.nanoTime());
    } finally {
      buffer.release();
    }
  }

  private void scan(ByteBuf buffer, long at) {
    int from = buffer.readerIndex();
    int to = buffer.writerIndex();
    if (held != null && held.isReadable()) {
      int end = buffer.indexOf(from, to, (byte) '\n');
      if (end < 0) {
        held.writeBytes(buffer, from, to - from);
        return;
      }
      held.writeBytes(buffer, from, end + 1 - from);
      line(held, 0, held.writerIndex() - 1, at);
      held.clear();
      from = end + 1;
    }
    for (int end; (end = buffer.indexOf(from, to, (byte) '\n')) >= 0; from = end + 1) {
      line(buffer, from, end, at);
    }
    if (from < to) {
      if (held == null) {
        held = Unpooled.buffer(512);
      }
      held.writeBytes(buffer, from, to - from);
    }
  }

  /// @param end where the LF is
  private void line(ByteBuf buffer, int from, int end, long at) {
    int to = end > from && buffer.getByte(end - 1) == '\r' ? end - 1 : end;
    int text = to - Message.LENGTH;
    if (text > from && buffer.getLong(text) == Message.MARK) {
      int voice = Message.value(buffer.getLong(text + 8));
      crowd.ear().delivered(this, voice, Message.value(buffer.getLong(text + 16)), at);
    } else {
      other(buffer, from, to);
    }
  }

  private void other(ByteBuf buffer, int from, int to) {
    int start = from;
    int source = -1;
    if (buffer.getByte(start) == ':') {
      int space = buffer.indexOf(start, to, (byte) ' ');
      if (space < 0) {
        return;
      }
      source = start + 1;
      start = space + 1;
    }
    if (to - start < 4) {
      return;
    }
    int command = buffer.getInt(start);
    if (command == JOIN) {
      crowd.ear().moved(this, Ear.Move.JOIN, who(buffer, source));
    } else if (command == PART) {
      crowd.ear().moved(this, Ear.Move.PART, who(buffer, source));
    } else if (command == QUIT) {
      crowd.ear().moved(this, Ear.Move.QUIT, who(buffer, source));
    } else if (command == PING) {
      pong(buffer, start + 4, to);
    } else if (command == PONG) {
      crowd.ponged();
    } else if (command == ERROR) {
      refused(buffer, from, to);
    } else if ((command & 0xff) == ' ') {
      numeric(numeric(command), buffer, from, to);
    }
  }

  private int who(ByteBuf buffer, int source) {
    return source < 0 ? -1 : crowd.index(buffer, source);
  }

  private void pong(ByteBuf buffer, int from, int to) {
    var rest = new byte[to - from];
    buffer.getBytes(from, rest);
    send("PONG" + new String(rest, US_ASCII));
  }

  private static int numeric(int command) {
    int number = 0;
    for (int shift = 24; shift > 0; shift -= 8) {
      int digit = (command >> shift & 0xff) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private void numeric(int number, ByteBuf buffer, int from, int to) {
    if (number == WELCOME && !registered) {
      registered = true;
      crowd.registered(this);
    } else if (number == END_OF_NAMES) {
      crowd.joined();
    } else if (number >= FIRST_ERROR && number <= LAST_ERROR && number != NO_MOTD) {
      refused(buffer, from, to);
    }
  }

  private void refused(ByteBuf buffer, int from, int to) {
    if (leaving) {
      return;
    }
    var bytes = new byte[to - from];
    buffer.getBytes(from, bytes);
    var said =
        switch (Line.parse(bytes, 0, bytes.length)) {
          case Parsed.Ok(var line) -> line.command() + " " + String.join(" ", line.params());
          case Parsed.Bad(_, _) -> new String(bytes, US_ASCII);
        };
    crowd.fail(new BenchException("the server refused something to " + nick + ": " + said));
  }
}
