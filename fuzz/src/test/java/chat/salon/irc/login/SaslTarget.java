package chat.salon.irc.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.fuzz.Check;
import chat.salon.fuzz.OneAccount;
import chat.salon.fuzz.ScramScript;
import chat.salon.irc.IrcSession;
import chat.salon.irc.LoginSettings;
import chat.salon.irc.PaperSession;
import chat.salon.irc.Reply;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/// AUTHENTICATE, one a line, as a session hears it before it is let in. A line with `>` is a
/// message that is encoded and cut into chunks, with `{secret}` and the placeholders of
/// [ScramScript] filled in; any other is heard as it is. A model of the exchange runs beside it and
/// says each time which answer is due, so that no state is skipped, and who is logged in, so that
/// nobody is without the password.
public final class SaslTarget {
  private static final int CHUNK = 400;
  private static final int MOST = LoginSettings.DEFAULT.saslBytes();
  private static final int MOST_LINES = 40;
  private static final String PLAIN = "PLAIN";
  private static final String SCRAM = "SCRAM-SHA-256";
  private static final String EXTERNAL = "EXTERNAL";

  private static final Pattern NOTHING =
      Pattern.compile(
          "[\\u00ad\\u034f\\u1806\\u180b-\\u180d\\u200b-\\u200d\\u2060\\ufe00-\\ufe0f\\ufeff]");

  private final IrcSession session = PaperSession.connect();
  private final Sasl sasl = session.sasl();
  private String chosen = "";
  private int step;
  private String heard = "";
  private ScramScript script = new ScramScript();

  private SaslTarget() {}

  /// Before the clock runs.
  public static void fuzzerInitialize() {
    fuzzerTestOneInput(
        "SCRAM-SHA-256\n>n,,n=alice,r=abc\n>c={header},r={nonce},p={proof}\n+".getBytes(UTF_8));
  }

  public static void fuzzerTestOneInput(byte[] input) {
    var target = new SaslTarget();
    for (var line : new String(input, UTF_8).split("\n", MOST_LINES)) {
      if (line.startsWith(">")) {
        target.say(line.substring(1));
      } else {
        target.hear(line);
      }
    }
  }

  private void say(String message) {
    var filled = script.filled(message).replace("{secret}", OneAccount.SECRET);
    var text = Base64.getEncoder().encodeToString(filled.getBytes(UTF_8));
    for (var chunk : chunks(text)) hear(chunk);
  }

  static List<String> chunks(String text) {
    var chunks = new ArrayList<String>();
    int from = 0;
    for (; text.length() - from >= CHUNK; from += CHUNK)
      chunks.add(text.substring(from, from + CHUNK));
    chunks.add(from == text.length() ? "+" : text.substring(from));
    return chunks;
  }

  private void hear(String data) {
    var before = session.account();
    var reply = sasl.hear(data);
    for (var line : reply.lines()) Check.oneLine(line.bytes());
    var after = session.account();
    boolean isIn = judge(data, reply);
    Check.that(isIn || Objects.equals(before, after), "logged in by " + data);
    if (isIn) Check.that(after != null && after.name().folded().equals("alice"), "not logged in");
  }

  /// Which answer is due; whether it is that the client is logged in.
  private boolean judge(String data, Reply reply) {
    if (data.equals("*")) {
      return ended("906", reply);
    }
    if (data.length() > CHUNK) {
      return ended("905", reply);
    }
    if (chosen.isEmpty()) {
      return choose(data.toUpperCase(Locale.ROOT), reply);
    }
    if (!data.equals("+")) heard += data;
    if (heard.length() > MOST) {
      return ended("905", reply);
    }
    if (data.length() == CHUNK) {
      Check.same(Reply.NONE, reply, "answer to a part");
      return false;
    }
    var text = heard;
    heard = "";
    byte[] message;
    try {
      message = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      return ended("904", reply);
    }
    return switch (chosen) {
      case PLAIN -> plain(message, reply);
      case SCRAM -> scram(message, reply);
      default -> ended("904", reply); // there is no certificate
    };
  }

  private boolean choose(String name, Reply reply) {
    if (!List.of(PLAIN, SCRAM, EXTERNAL).contains(name)) {
      Check.same("908", reply.lines().getFirst().command(), "answer to no mechanism");
      return ended("904", reply);
    }
    Check.same(List.of("+"), reply.lines().getFirst().params(), "answer to a mechanism");
    chosen = name;
    step = 0;
    script = new ScramScript();
    return false;
  }

  private boolean plain(byte[] message, Reply reply) {
    var text = new String(message, UTF_8);
    boolean isUsual = text.matches("(alice)?\0alice\0" + OneAccount.SECRET);
    if (!isUsual && isRefused(reply)) {
      return ended("904", reply);
    }
    // a password and a name may be typed in other ways that SASLprep makes the same
    Check.same(2L, text.chars().filter(c -> c == 0).count(), "NULs");
    var parts = text.split("\0", -1);
    boolean isHerself = prepared(parts[0]).equalsIgnoreCase("alice");
    Check.that(parts[0].isEmpty() || isHerself, "acts as another");
    Check.same("alice", prepared(parts[1]).toLowerCase(Locale.ROOT), "who is let in");
    Check.same(OneAccount.SECRET, prepared(parts[2]), "password of who is let in");
    return loggedIn(reply);
  }

  // What is left of it by RFC 4013: nothing of table B.1, and the rest composed.
  private static String prepared(String typed) {
    var kept = NOTHING.matcher(typed).replaceAll("");
    return Normalizer.normalize(kept, Normalizer.Form.NFKC);
  }

  private boolean scram(byte[] message, Reply reply) {
    var text = new String(message, UTF_8);
    if (isRefused(reply)) {
      Check.that(step != 2 || message.length > 0, "refused at the end");
      return ended("904", reply);
    }
    return switch (step++) {
      case 0 -> {
        script.challenged(text, answer(reply));
        yield false;
      }
      case 1 -> {
        Check.that(script.proves(text), "believed without the password");
        Check.that(script.believes(text, answer(reply)), "signature");
        yield false;
      }
      default -> {
        Check.same(0, message.length, "what ends it");
        yield loggedIn(reply);
      }
    };
  }

  private boolean loggedIn(Reply reply) {
    Check.same(Reply.NONE, reply, "answer beside 900 and 903");
    chosen = "";
    return true;
  }

  private boolean ended(String numeric, Reply reply) {
    Check.same(numeric, reply.lines().getLast().command(), "end");
    chosen = "";
    heard = "";
    return false;
  }

  private static boolean isRefused(Reply reply) {
    return !reply.lines().isEmpty() && reply.lines().getLast().command().equals("904");
  }

  private static byte[] answer(Reply reply) {
    var text = new StringBuilder();
    for (var line : reply.lines()) {
      Check.same("AUTHENTICATE", line.command(), "answer");
      if (!line.param(0).equals("+")) text.append(line.param(0));
    }
    return Base64.getDecoder().decode(text.toString());
  }
}
