package chat.salon.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.wire.Line;
import chat.salon.wire.Parsed;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// An IRC client that blocks: what it waits for comes within a bound, or the test fails and shows
/// what was said so far. Every line that it hears has to keep the rules of the wire. One thread may
/// speak and another listen.
public final class IrcClient implements AutoCloseable {
  /// No wait is ever this long but in a test that fails.
  public static final int PATIENCE_MILLIS = 10_000;

  private static final int MOST_SHOWN = 60;
  private static final int BODY_BYTES = 512;
  private static final int TAG_BYTES = 8191;
  private static final AtomicInteger TOKENS = new AtomicInteger();

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final Runnable settleOthers;
  private final Deque<Line> ahead = new ArrayDeque<>();
  private final Deque<String> said = new ArrayDeque<>();
  private String nick = "*";
  private boolean isRegistered;
  private boolean mayBreakOff;
  private boolean hasEnded;

  /// @param settleOthers waits until what other clients have sent has had its effect; does nothing
  ///   where a PING already means that
  IrcClient(Socket socket, Runnable settleOthers) {
    this.socket = socket;
    this.settleOthers = settleOthers;
    try {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      out = socket.getOutputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Connects.
  ///
  /// @throws UncheckedIOException nobody answers there
  public static IrcClient dial(InetSocketAddress address) {
    return dial(new Socket(), address);
  }

  static IrcClient dial(Socket socket, InetSocketAddress address) {
    try {
      socket.connect(address, PATIENCE_MILLIS);
      return new IrcClient(socket, () -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // ---- Saying ----

  /// Sends lines, all in one write.
  public IrcClient send(String... lines) {
    var bytes = new ByteArrayOutputStream();
    for (var line : lines) {
      note("→ " + line);
      bytes.writeBytes((line + "\r\n").getBytes(UTF_8));
    }
    return write(bytes.toByteArray());
  }

  /// Sends bytes as they are.
  IrcClient write(byte... bytes) {
    try {
      out.write(bytes);
      out.flush();
      return this;
    } catch (IOException e) {
      throw gone("cannot send: " + e);
    }
  }

  /// Registers under a nick, with these capabilities. What the welcome said is forgotten.
  public IrcClient register(String as, String... caps) {
    welcome(as, caps);
    return this;
  }

  /// The same, and returns what the welcome said.
  List<Line> welcome(String as, String... caps) {
    nick = as;
    if (caps.length > 0) {
      send("CAP REQ :" + String.join(" ", caps));
    }
    send("NICK " + as, "USER u 0 * :Real " + as);
    if (caps.length > 0) {
      expect("CAP … ACK :" + String.join(" ", caps));
      send("CAP END");
    }
    isRegistered = true;
    return ping();
  }

  /// Registers as an account, by SASL PLAIN.
  public IrcClient logIn(String account, String password, String... caps) {
    nick = account;
    send("CAP LS 302", "NICK " + account, "USER u 0 * :Real " + account);
    var all = new ArrayList<>(List.of("sasl"));
    all.addAll(List.of(caps));
    send("CAP REQ :" + String.join(" ", all));
    until("CAP … ACK :" + String.join(" ", all));
    send("AUTHENTICATE PLAIN");
    expect("AUTHENTICATE +");
    send("AUTHENTICATE " + Sasl.plain(account, password));
    until("903 … :…");
    send("CAP END");
    isRegistered = true;
    ping();
    return this;
  }

  /// Joins channels, and reads what the server says of that.
  public IrcClient join(String... channels) {
    var end = LinePattern.of("366 … … …");
    for (var channel : channels) {
      send("JOIN " + channel);
      for (var line = next(); !end.matches(line); line = next()) {
        if (line.command().startsWith("4")) {
          throw failure("could not join " + channel + ": " + line);
        }
      }
    }
    return this;
  }

  String nick() {
    return nick;
  }

  /// Waits for longer than usual where something has to be noticed first.
  IrcClient patient(int millis) {
    try {
      socket.setSoTimeout(millis);
      return this;
    } catch (IOException e) {
      throw gone("the socket is closed: " + e);
    }
  }

  // ---- Hearing ----

  /// The next line.
  public Line next() {
    var line = ahead.poll();
    return line != null ? line : read().orElseThrow(() -> gone("the connection has ended"));
  }

  /// The next line has to be this.
  Line expect(String pattern) {
    var wanted = LinePattern.of(pattern);
    var line = next();
    if (!wanted.matches(line)) {
      throw failure("expected  " + wanted + "\n  but heard " + line);
    }
    return line;
  }

  /// The next lines have to be these, in this order.
  List<Line> expectAll(String... patterns) {
    return Arrays.stream(patterns).map(this::expect).toList();
  }

  /// Reads up to this line, and returns all of it, this line last.
  public List<Line> until(String pattern) {
    var wanted = LinePattern.of(pattern);
    var lines = new ArrayList<Line>();
    do {
      lines.add(next());
    } while (!wanted.matches(lines.getLast()));
    return lines;
  }

  /// Waits for the answer to a PING: nothing may come before it.
  void expectNothing() {
    settleOthers.run();
    var before = ping();
    if (!before.isEmpty()) {
      throw failure("expected nothing, but heard " + before);
    }
  }

  /// Sends a PING, and returns what came before its answer.
  public List<Line> ping() {
    var token = "barrier" + TOKENS.incrementAndGet();
    send("PING " + token);
    var lines = until("PONG … " + token);
    return List.copyOf(lines.subList(0, lines.size() - 1));
  }

  /// Waits until all is quiet; nothing but others joining may have been heard.
  void expectOnlyJoins() {
    settleOthers.run();
    for (var line : ping()) {
      if (!line.command().equals("JOIN")) {
        throw failure("expected others to join, but heard " + line);
      }
    }
  }

  /// Waits until what this client has sent has had its effect, and keeps what it hears meanwhile.
  void settle() {
    var token = "barrier" + TOKENS.incrementAndGet();
    var answer = LinePattern.of("PONG … " + token);
    if (hasEnded) {
      return;
    }
    send("PING " + token);
    for (var line = read(); line.isPresent(); line = read()) {
      if (answer.matches(line.get())) {
        return;
      }
      ahead.add(line.get());
    }
  }

  /// Sends a command. The answer has to be these lines and nothing else.
  List<Line> ask(String command, String... patterns) {
    send(command);
    var lines = expectAll(patterns);
    expectNothing();
    return lines;
  }

  /// Sends a command, and returns all that comes before the answer to a PING after it.
  List<Line> answer(String command) {
    send(command);
    return ping();
  }

  /// Reads up to the end of the connection, and returns the last lines.
  List<Line> expectEnd() {
    var lines = new ArrayList<>(ahead);
    ahead.clear();
    for (var line = read(); line.isPresent(); line = read()) {
      lines.add(line.get());
    }
    return lines;
  }

  /// Reads up to the end of the connection; the last line has to be this.
  void expectEnd(String pattern) {
    var lines = expectEnd();
    if (lines.isEmpty() || !LinePattern.of(pattern).matches(lines.getLast())) {
      throw failure("expected the end after " + pattern + ", but heard " + lines);
    }
  }

  /// The next line, or empty when the connection has ended, be it within a line.
  public Optional<Line> nextOrEnd() {
    var line = ahead.poll();
    if (line != null) {
      return Optional.of(line);
    }
    mayBreakOff = true;
    return read();
  }

  // Empty at the end of the connection.
  private Optional<Line> read() {
    var bytes = new ByteArrayOutputStream(512);
    try {
      for (int b = in.read(); b >= 0; b = in.read()) {
        bytes.write(b);
        if (b == '\n') {
          return Optional.of(line(bytes.toByteArray()));
        }
        if (bytes.size() > BODY_BYTES + TAG_BYTES) {
          throw failure("a line that does not end");
        }
      }
    } catch (SocketTimeoutException _) {
      throw gone("heard nothing for a long time");
    } catch (IOException e) {
      note("← (" + e.getMessage() + ")");
      hasEnded = true;
      return Optional.empty();
    }
    if (bytes.size() > 0 && !mayBreakOff) {
      throw failure("the connection ended within a line: " + bytes.toString(UTF_8));
    }
    note("← (end)");
    hasEnded = true;
    return Optional.empty();
  }

  private Line line(byte[] bytes) {
    int length = bytes.length;
    if (length < 2 || bytes[length - 2] != '\r') {
      throw failure("a line without CR LF: " + new String(bytes, UTF_8));
    }
    if (!(Line.parse(bytes, 0, length - 2) instanceof Parsed.Ok(var line))) {
      throw failure("not a line: " + new String(bytes, UTF_8));
    }
    note("← " + line);
    int tags = line.tags().isEmpty() ? 0 : indexOfSpace(bytes) + 1;
    if (tags > TAG_BYTES || length - tags > BODY_BYTES) {
      throw failure("a line of " + tags + " and " + (length - tags) + " bytes: " + line);
    }
    return line;
  }

  private static int indexOfSpace(byte[] bytes) {
    int at = 0;
    while (bytes[at] != ' ') {
      at++;
    }
    return at;
  }

  /// The port of the server that it is connected to.
  int port() {
    return socket.getPort();
  }

  // ---- Ending ----

  /// Closes the socket without a word.
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether it has registered by [#register] or [#logIn].
  boolean isRegistered() {
    return isRegistered;
  }

  boolean isClosed() {
    return socket.isClosed();
  }

  private synchronized void note(String line) {
    said.add(line.length() > 300 ? line.substring(0, 300) + " …" : line);
    if (said.size() > MOST_SHOWN) {
      said.poll();
    }
  }

  /// What went wrong, with the conversation so far.
  AssertionError failure(String what) {
    return new AssertionError(soFar(what));
  }

  private Gone gone(String what) {
    return new Gone(soFar(what));
  }

  private synchronized String soFar(String what) {
    return nick + ": " + what + "\n  " + String.join("\n  ", said);
  }

  /// The other side is not there any more, or does not answer: what a test of faults expects.
  public static final class Gone extends AssertionError {
    Gone(String what) {
      super(what);
    }
  }
}
