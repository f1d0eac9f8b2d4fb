package chat.salon.acceptance;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A program that speaks the JSON protocol and blocks: what it waits for comes within a bound, or
/// the test fails and shows what was said so far. Frames may be written with single quotes.
public final class JsonClient implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectNode END = MAPPER.createObjectNode();
  private static final AtomicInteger IDS = new AtomicInteger();

  private final LinkedBlockingQueue<ObjectNode> heard = new LinkedBlockingQueue<>();
  private final List<String> said = new ArrayList<>();
  private final List<ObjectNode> kept = new ArrayList<>();
  private final Ear ear = new Ear();
  private final WebSocket socket;
  private volatile int closeCode;

  private JsonClient(int port, Map<String, String> headers) {
    var builder = HttpClient.newHttpClient().newWebSocketBuilder();
    headers.forEach(builder::header);
    socket =
        builder
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws"), ear)
            .orTimeout(IrcClient.PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
            .join();
  }

  /// @throws java.util.concurrent.CompletionException the server refused
  public static JsonClient connect(int port, Map<String, String> headers) {
    return new JsonClient(port, headers);
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        text.toString().lines().forEach(line -> heard.add((ObjectNode) MAPPER.readTree(line)));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closeCode = code;
      heard.add(END);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      heard.add(END);
    }
  }

  // ---- Saying ----

  /// Sends a text as it is.
  JsonClient sendRaw(String text) {
    note("→ " + text);
    socket.sendText(text, true).orTimeout(IrcClient.PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
    return this;
  }

  /// Sends a frame.
  JsonClient send(String frame) {
    return sendRaw(frame.replace('\'', '"'));
  }

  WebSocket socket() {
    return socket;
  }

  /// Sends a frame with an id, and returns its answer, which is no error.
  public ObjectNode ask(String frame) {
    var answer = answer(frame);
    if (!answer.path("ok").asBoolean(false)) {
      throw failure("refused: " + answer);
    }
    return answer;
  }

  /// Sends a frame with an id, and returns its answer. What came before it is kept for later.
  ObjectNode answer(String frame) {
    var id = "t" + IDS.incrementAndGet();
    var node = (ObjectNode) MAPPER.readTree(frame.replace('\'', '"'));
    sendRaw(node.put("id", id).toString());
    return answerTo(id);
  }

  /// The answer to a frame with this id.
  ObjectNode answerTo(String id) {
    var passed = new ArrayList<ObjectNode>();
    for (var frame = next(); ; frame = next()) {
      if (id.equals(frame.path("id").asString()) && (frame.has("ok") || frame.has("error"))) {
        kept.addAll(0, passed);
        return frame;
      }
      passed.add(frame);
    }
  }

  // ---- Hearing ----

  /// The next frame.
  ObjectNode next() {
    if (!kept.isEmpty()) {
      return kept.removeFirst();
    }
    try {
      var frame = heard.poll(IrcClient.PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      if (frame == null || frame.equals(END)) {
        throw failure(frame == null ? "heard nothing for a long time" : "the connection has ended");
      }
      note("← " + frame);
      return frame;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("interrupted");
    }
  }

  /// The next frame has to have this key.
  ObjectNode expect(String key) {
    var frame = next();
    if (!frame.has(key)) {
      throw failure("expected " + key + " but heard " + frame);
    }
    return frame;
  }

  /// Reads up to a frame with this key, and returns it.
  public ObjectNode until(String key) {
    var frame = next();
    while (!frame.has(key)) {
      frame = next();
    }
    return frame;
  }

  /// Reads up to a message with this text, and returns it.
  public ObjectNode untilMessage(String text) {
    var frame = next();
    while (!text.equals(frame.path("channel_message").asString(""))
        && !text.equals(frame.path("private_message").asString(""))) {
      frame = next();
    }
    return frame;
  }

  /// All that was said before this, once everything that had come to the server had its effect.
  List<ObjectNode> settle() {
    ask("{'ping':'x'}");
    var all = List.copyOf(kept);
    kept.clear();
    return all;
  }

  /// Waits for the end of the connection.
  ///
  /// @return the code that the server gave
  int awaitEnd() {
    try {
      for (var frame = heard.poll(IrcClient.PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
          !END.equals(frame);
          frame = heard.poll(IrcClient.PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        if (frame == null) {
          throw failure("the connection does not end");
        }
        note("← " + frame);
      }
      return closeCode;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("interrupted");
    }
  }

  /// Breaks the connection off without a word.
  @Override
  public void close() {
    socket.abort();
  }

  private synchronized void note(String line) {
    said.add(line.length() > 400 ? line.substring(0, 400) + " …" : line);
  }

  private synchronized AssertionError failure(String what) {
    var last = said.subList(Math.max(0, said.size() - 60), said.size());
    return new AssertionError(what + "\n  " + String.join("\n  ", last));
  }

  static String text(JsonNode node, String field) {
    return node.path(field).asString();
  }
}
