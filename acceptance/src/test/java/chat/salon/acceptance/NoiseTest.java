package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// People who send anything at all. No line may cause a fault of the server (TestSalon looks into
/// its log), none may reach others but as a whole line within its bounds (IrcClient looks), and in
/// the end everybody still is answered.
class NoiseTest extends Conversation {
  private static final String[] COMMANDS =
      words(
          """
          JOIN PART KICK MODE TOPIC INVITE NAMES LIST WHO WHOIS WHOWAS PRIVMSG NOTICE TAGMSG AWAY
          SETNAME NICK USER PASS CAP AUTHENTICATE REGISTER VERIFY CHATHISTORY PONG MOTD LUSERS
          VERSION TIME INFO HELP ADMIN USERHOST ISON REHASH NICKSERV NS NOSUCHTHING
          """);

  private static final String[] WORDS =
      words(
          """
          #tea #TEA #coffee # #a,#b,#c #tea,#tea @#tea ~&@%+#tea alice bob CAROL dave nobody
          alice,bob,carol * ** ? ! @ *!*@* a!b@c *!*@127.0.0.1 $x = : a:b é ☕ 👩‍👩‍👧‍👦 {}|^~[]\\`
          0 -1 1 99999999999999999999 +o -o +ovbk -k+l +l +b b e I +imnst -imnst +qaohv-qaohv
          + - +-+- LS 302 REQ END LIST PLAIN SCRAM-SHA-256 LATEST BEFORE AFTER AROUND BETWEEN TARGETS
          timestamp=2020-01-01T00:00:00.000Z timestamp=9999-99-99T99:99:99.999Z timestamp= msgid=
          msgid=zzzzzzzzzzzzz %tcuihsnfdlaor,42 % >1 <0 C>1 M REGISTER IDENTIFY INFO LOGOUT HELP
          \u202Eevil \u200B \u0002\u0003
          """
              + "a".repeat(64)
              + " "
              + "é".repeat(200)
              + " "
              + "x".repeat(450));

  private static final String[] TAGS =
      words(
          """
          label=a label= label=0123456789012345678901234567890123456789012345678901234567890123456789
          +typing=active +x +x=\\s\\:\\r\\n\\\\ += time=0 msgid=x batch=b account=admin +y=ééééééééé
          """);

  @Test
  void whatever_they_send_the_server_stands() {
    int lines = Boolean.getBoolean("salon.all") ? 200_000 : 4000;
    long seed = Long.getLong("salon.seed", System.nanoTime());
    System.out.println("noise: " + lines + " lines, -Dsalon.seed=" + seed);
    var random = new Random(seed);
    try (var salon = with("limits.history_page", 50).start()) {
      var crowd = new ArrayList<IrcClient>();
      crowd.add(salon.member("alice", Crowd.CAPS));
      crowd.add(salon.member("bob", "labeled-response", "batch", "message-tags", "setname"));
      crowd.add(salon.connect("carol", "multi-prefix", "away-notify", "extended-join"));
      crowd.add(salon.connect("dave"));
      for (int i = 0; i < lines / crowd.size(); i++) {
        for (var client : crowd) {
          client.send(line(random));
          if (i % 20 == 0) {
            client.ping();
          }
        }
      }
      for (var client : crowd) {
        client.ping();
        client.join("#after");
      }
      assertThat(crowd.getLast().answer("NAMES #after").getFirst().param(3).split(" "))
          .hasSize(crowd.size());
    }
  }

  private static String line(Random random) {
    var tags =
        random.nextInt(4) > 0
            ? ""
            : "@"
                + IntStream.rangeClosed(0, random.nextInt(3))
                    .mapToObj(_ -> any(random, TAGS))
                    .collect(Collectors.joining(";"))
                + " ";
    var words = new ArrayList<>(List.of(any(random, COMMANDS)));
    int most = random.nextInt(6);
    for (int i = 0; i < most; i++) {
      words.add(any(random, WORDS));
    }
    if (random.nextBoolean()) {
      words.add(":" + any(random, WORDS) + " " + any(random, WORDS) + "\u0001");
    }
    return tags + String.join(" ", words);
  }

  private static String[] words(String list) {
    return list.strip().split("\\s+");
  }

  private static String any(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }
}
