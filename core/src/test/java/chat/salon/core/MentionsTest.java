package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Person.Standing;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
  private static final ChannelName TEA = ChannelName.trusted("#tea");

  private final ChannelState tea = new ChannelState(TEA, Limits.DEFAULT);
  private final Person alice = join(1, "alice", "alice");
  private final Person bob = join(2, "Bob|away", "bob");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice",
        "@alice",
        "ALICE: look",
        "look, Alice!",
        "(alice)",
        "«alice»",
        "what did alice's friend say?",
        "bonjour\talice…",
        "is it alice?or not"
      })
  void a_nick_as_a_word_is_mentioned(String text) {
    assertThat(in(text, null)).containsExactly(account("alice"));
    assertThat(Mentions.mentions(text, alice)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"malice", "alicex", "alice2", "@alice-x", "ali ce", "", "@", "älice"})
  void a_part_of_a_word_is_not(String text) {
    assertThat(in(text, null)).isEmpty();
    assertThat(Mentions.mentions(text, alice)).isFalse();
  }

  @Test
  void who_has_another_nick_is_mentioned_by_it_and_by_the_account() {
    assertThat(in("bob|AWAY?", null)).containsExactly(account("bob"));
    assertThat(in("@bob", null)).containsExactly(account("bob"));
    assertThat(Mentions.mentions("hey bob", bob)).isTrue();
  }

  @Test
  void nobody_mentions_themselves_or_a_guest_or_somebody_elsewhere() {
    join(3, "guest", null);
    assertThat(in("alice", account("alice"))).isEmpty();
    assertThat(in("guest carol", null)).isEmpty();
  }

  @Test
  void no_more_than_fifty_are_mentioned() {
    var text = new StringBuilder();
    for (int i = 0; i < 2 * Mentions.MOST; i++) {
      join(10 + i, "m" + i, "m" + i);
      text.append(" m").append(i);
    }
    assertThat(in(text.toString(), null)).hasSize(Mentions.MOST);
  }

  @Test
  void a_text_that_is_long_and_has_no_end_of_a_word_costs_little() {
    for (var piece : new String[] {"a", ".", "@", "a.", "alice", "\\", "é"}) {
      var text = piece.repeat(2_000_000 / piece.length());
      assertTimeout(Duration.ofSeconds(20), () -> in(text, null));
    }
  }

  private Set<AccountName> in(String text, @Nullable AccountName by) {
    var speaker = new Person(new PersonId(9), nick("zoe"), "u", "h", "", by, null, Standing.PLAIN);
    return Mentions.in(
        new Said(new Stamp(99, 99), TEA, speaker, Form.MESSAGE, "#tea", null, text, Map.of(), null),
        tea);
  }

  private Person join(long id, String nick, @Nullable String account) {
    var person =
        new Person(
            new PersonId(id),
            nick(nick),
            "u",
            "h",
            "",
            account == null ? null : account(account),
            null,
            Standing.PLAIN);
    tea.apply(new Joined(new Stamp(id, id), TEA, person, Ranks.NONE, Set.of(0)));
    return person;
  }

  private static Nick nick(String text) {
    return Nick.trusted(text);
  }

  private static AccountName account(String name) {
    return AccountName.trusted(name);
  }
}
