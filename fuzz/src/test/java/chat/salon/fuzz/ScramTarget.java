package chat.salon.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.account.Logins;
import chat.salon.core.account.ScramExchange.Step;
import java.net.InetAddress;
import java.util.List;

/// One SCRAM-SHA-256 exchange, a message a line with the placeholders of [ScramScript]: nobody is
/// let in but by the first two messages and a right proof, and who sends these is.
public final class ScramTarget {
  private static final int MOST_MESSAGES = 6;
  private static final Logins LOGINS = new OneAccount().logins();
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private ScramTarget() {}

  /// Before the clock runs.
  public static void fuzzerInitialize() {
    fuzzerTestOneInput("n,,n=alice,r=abc\nc={header},r={nonce},p={proof}".getBytes(UTF_8));
  }

  public static void fuzzerTestOneInput(byte[] input) {
    var messages = List.of(new String(input, UTF_8).split("\n", MOST_MESSAGES));
    var exchange = LOGINS.scram(HERE);
    var script = new ScramScript();
    boolean isOver = false;
    for (int i = 0; i < messages.size(); i++) {
      var message = script.filled(messages.get(i));
      switch (exchange.next(message.getBytes(UTF_8))) {
        case Step.Continue(var answer) -> {
          Check.that(i == 0, "asks again");
          script.challenged(message, answer);
        }
        case Step.Success(var account, var answer) -> {
          Check.that(i == 1 && !isOver, "let in at message " + i);
          Check.that(script.proves(message), "let in without the password");
          Check.that(script.believes(message, answer), "signature");
          Check.same("alice", account.name().folded(), "account");
          isOver = true;
        }
        case Step.Failure _ -> {
          boolean isUsual =
              i < 2 && messages.size() > 1 && ScramScript.isUsual(messages.get(0), messages.get(1));
          Check.that(isOver || !isUsual, "the right password refused");
          isOver = true;
        }
      }
    }
  }
}
