package chat.salon.irc.channel;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Flag;
import chat.salon.core.ListKind;
import chat.salon.core.Mask;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.ModeChange.Keyed;
import chat.salon.core.ModeChange.Limited;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.Nick;
import chat.salon.core.Rank;
import chat.salon.irc.channel.ModeRequest.BadParameter;
import chat.salon.irc.channel.ModeRequest.NoNick;
import chat.salon.irc.channel.ModeRequest.Unknown;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ModeRequestTest {
  private static final Nick BOB = Nick.trusted("bob");

  @Test
  void many_changes_of_every_kind_stay_in_their_order() {
    assertThat(read("+ov-ti+kl", "bob", "bob", "oolong", "10").changes())
        .containsExactly(
            new Ranked(BOB, Rank.OP, true),
            new Ranked(BOB, Rank.VOICE, true),
            new Flagged(Flag.TOPIC_LOCKED, false),
            new Flagged(Flag.INVITE_ONLY, false),
            new Keyed("oolong"),
            new Limited(10));
  }

  @Test
  void every_rank_and_every_flag_is_known() {
    assertThat(read("+qaohv", "bob", "bob", "bob", "bob", "bob").changes()).hasSize(5);
    var flags = new StringBuilder("+");
    for (var flag : Flag.values()) flags.append(flag.letter());
    assertThat(read(flags.toString()).changes()).hasSize(Flag.values().length);
  }

  @Test
  void masks_are_completed() {
    assertThat(read("+b-e+I", "bob", "*@host", "carol!*@*").changes())
        .containsExactly(
            new Listed(ListKind.BAN, new Mask("bob!*@*"), true),
            new Listed(ListKind.EXCEPTION, new Mask("*!*@host"), false),
            new Listed(ListKind.INVITE_EXCEPTION, new Mask("carol!*@*"), true));
  }

  @Test
  void a_mask_that_is_taken_can_be_taken_away_as_it_is_shown() {
    var emoji = "\ud83d\ude00"; // four bytes each, and four more complete a nick
    assertThat(read("+b", emoji.repeat(64)).changes()).isEmpty();
    var shown = new Mask(emoji.repeat(63) + "!*@*");
    assertThat(read("+b", emoji.repeat(63)).changes())
        .containsExactly(new Listed(ListKind.BAN, shown, true));
    assertThat(read("-b", shown.pattern()).changes())
        .containsExactly(new Listed(ListKind.BAN, shown, false));
  }

  @Test
  void a_list_without_a_mask_is_asked_about_once() {
    var request = read("+bb-b+eI");
    assertThat(request.lists())
        .containsExactly(ListKind.BAN, ListKind.EXCEPTION, ListKind.INVITE_EXCEPTION);
    assertThat(request.changes()).isEmpty();
    assertThat(read("b").lists()).containsExactly(ListKind.BAN);
  }

  @Test
  void what_is_no_mask_is_refused() {
    for (var odd : List.of("a b", ":bob", "a,b", "*".repeat(11), "é".repeat(129))) {
      assertThat(read("+b", odd).problems()).as(odd).hasSize(1);
      assertThat(read("+b", odd).changes()).as(odd).isEmpty();
    }
  }

  @Test
  void a_key_is_one_short_word() {
    for (var odd : List.of("", "with spaces", "a,b", ":x", "long".repeat(100), "*", "a\u0003")) {
      var problem = read("+k", odd).problems().getFirst();
      assertThat(problem).as(odd).isInstanceOf(BadParameter.class);
      assertThat(((BadParameter) problem).given()).as("a key is not shown").isEmpty();
    }
  }

  @Test
  void whoever_takes_a_key_away_need_not_know_it() {
    assertThat(read("-k", "anything").changes()).containsExactly(new Keyed(null));
    assertThat(read("-k").changes()).containsExactly(new Keyed(null));
  }

  @Test
  void a_limit_is_a_number_from_one() {
    for (var odd : List.of("0", "-1", "abc", "", "1e9", "9999999999")) {
      assertThat(read("+l", odd).problems()).as(odd).hasSize(1);
    }
    assertThat(read("-l").changes()).containsExactly(new Limited(0));
  }

  @Test
  void a_missing_parameter_is_told() {
    assertThat(read("+o").problems())
        .singleElement()
        .isInstanceOfSatisfying(BadParameter.class, p -> assertThat(p.letter()).isEqualTo('o'));
    assertThat(read("+k").problems()).hasSize(1);
    assertThat(read("+l").problems()).hasSize(1);
  }

  @Test
  void a_rank_for_what_can_be_no_nick_is_told() {
    assertThat(read("+o", "#tea").problems()).containsExactly(new NoNick("#tea"));
  }

  @Test
  void unknown_letters_are_told_and_the_others_count() {
    var request = read("+xmy");
    assertThat(request.problems()).containsExactly(new Unknown("x"), new Unknown("y"));
    assertThat(request.changes()).containsExactly(new Flagged(Flag.MODERATED, true));
  }

  @Test
  void changes_beyond_the_limit_are_left_out() {
    var request = ModeRequest.parse(List.of("+ovbm", "bob", "bob", "bob"), 2, 23);
    assertThat(request.changes())
        .containsExactly(
            new Ranked(BOB, Rank.OP, true),
            new Ranked(BOB, Rank.VOICE, true),
            new Flagged(Flag.MODERATED, true));
  }

  private static ModeRequest read(String... params) {
    return ModeRequest.parse(List.of(params), 20, 23);
  }
}
