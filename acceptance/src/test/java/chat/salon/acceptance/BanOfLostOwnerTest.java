package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Stamps;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The node that owns a channel is no more when a ban there ends: the next owner lifts it, though
/// nobody says a word.
class BanOfLostOwnerTest {
  private static final int PATIENCE_MILLIS = 60_000; // until the others have noticed, and more
  private static final String[] CHANNELS =
      Stream.of("abcdefghijklmnopqr".split("")).map("#"::concat).toArray(String[]::new);
  private static final int VICTIM = 1;

  @Test
  void bans_end_when_their_owner_has_died() {
    bansEnd("10s", salon -> salon.kill(VICTIM));
  }

  @Test
  void bans_end_when_their_owner_has_left_in_order() {
    bansEnd("5s", salon -> salon.stopNodeOf(salon.on(VICTIM).connect("victim")));
  }

  private static void bansEnd(String duration, Consumer<TestSalon> end) {
    try (var salon = Layout.THREE_NODES.setup().start(CHANNELS).expectFaults()) {
      var alice =
          salon.on(0).connect("alice", "message-tags").patient(PATIENCE_MILLIS).join(CHANNELS);
      var carol = salon.on(2).connect("carol").patient(PATIENCE_MILLIS).join(CHANNELS);
      var owners = new HashSet<Integer>();
      for (var channel : CHANNELS) {
        alice.send("CHANSERV BAN " + channel + " bob " + duration);
        var ban = alice.until(":alice MODE " + channel + " +b bob!*@*").getLast();
        owners.add(Stamps.node(Stamps.parseMsgid(msgid(ban)).orElseThrow()));
      }
      assertThat(owners).as("nodes that own channels").contains(VICTIM + 1);

      end.accept(salon);
      for (var reader : List.of(alice, carol)) {
        assertThat(lifted(reader)).containsExactlyInAnyOrder(CHANNELS);
      }
    }
  }

  private static String msgid(Line line) {
    var msgid = line.tags().get("msgid");
    assertThat(msgid).as(line.toString()).isNotNull();
    return String.valueOf(msgid);
  }

  private static List<String> lifted(IrcClient reader) {
    var lifted = new ArrayList<String>();
    while (lifted.size() < CHANNELS.length) {
      var line = reader.next();
      if (line.command().equals("MODE") && line.param(1).equals("-b")) {
        lifted.add(line.param(0));
      }
    }
    return lifted;
  }
}
