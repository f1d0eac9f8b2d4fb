package chat.salon.wire;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.wire.ModeString.Change;
import chat.salon.wire.ModeString.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModeStringTest {
  private static final Kinds KINDS = new Kinds("beI", "k", "l", "imnst", "ov");

  @Test
  void arguments_go_to_the_modes_that_take_one() {
    assertThat(read("+ov-l+k", "alice", "bob", "secret").changes())
        .containsExactly(
            new Change(true, 'o', "alice"),
            new Change(true, 'v', "bob"),
            new Change(false, 'l', null),
            new Change(true, 'k', "secret"));
  }

  @Test
  void the_sign_is_plus_unless_said_otherwise() {
    assertThat(read("i-m").changes())
        .containsExactly(new Change(true, 'i', null), new Change(false, 'm', null));
  }

  @Test
  void a_list_without_argument_is_a_question() {
    assertThat(read("b"))
        .isEqualTo(new ModeString(List.of(new Change(true, 'b', null)), List.of(), List.of()));
    assertThat(read("+b-e", "*!*@x").changes())
        .containsExactly(new Change(true, 'b', "*!*@x"), new Change(false, 'e', null));
  }

  @Test
  void a_limit_takes_an_argument_only_when_set() {
    assertThat(read("-lo", "alice").changes())
        .containsExactly(new Change(false, 'l', null), new Change(false, 'o', "alice"));
    assertThat(read("+l", "5").changes()).containsExactly(new Change(true, 'l', "5"));
  }

  @Test
  void missing_arguments_are_told() {
    var read = read("+ol-k");
    assertThat(read.changes()).isEmpty();
    assertThat(read.missing())
        .containsExactly(
            new Change(true, 'o', null), new Change(true, 'l', null), new Change(false, 'k', null));
  }

  @Test
  void unknown_letters_are_told_whole() {
    var read = read("+i😀Xé");
    assertThat(read.unknown()).containsExactly("😀", "X", "é");
    assertThat(read.changes()).containsExactly(new Change(true, 'i', null));
  }

  @Test
  void another_word_with_a_sign_begins_anew() {
    assertThat(read("+o", "alice", "-v", "bob").changes())
        .containsExactly(new Change(true, 'o', "alice"), new Change(false, 'v', "bob"));
    assertThat(read("+i", "left", "over").changes()).containsExactly(new Change(true, 'i', null));
    assertThat(read("+k", "-x").changes()).containsExactly(new Change(true, 'k', "-x"));
  }

  @Test
  void nothing_is_nothing() {
    assertThat(read()).isEqualTo(new ModeString(List.of(), List.of(), List.of()));
    assertThat(read("", "+").changes()).isEmpty();
  }

  @Test
  void kinds_are_read_from_isupport() {
    var kinds = Kinds.parse("beI,k,l,imnst", "(ov)@+");
    assertThat(kinds).isEqualTo(KINDS);
    assertThat(kinds.chanmodes()).isEqualTo("beI,k,l,imnst");
    assertThat(Kinds.parse("", "")).isEqualTo(Kinds.ofFlags(""));
  }

  @Test
  void user_modes_take_no_argument() {
    assertThat(ModeString.parse(List.of("+iw-x"), Kinds.ofFlags("iw")))
        .isEqualTo(
            new ModeString(
                List.of(new Change(true, 'i', null), new Change(true, 'w', null)),
                List.of("x"),
                List.of()));
  }

  @Test
  void changes_are_written_with_as_few_signs_as_it_takes() {
    var params = List.of("+ov-li", "alice", "bob");
    assertThat(ModeString.encode(ModeString.parse(params, KINDS).changes())).isEqualTo(params);
    assertThat(ModeString.encode(List.of())).isEmpty();
  }

  @Test
  void a_line_has_so_many_modes_at_most() {
    assertThat(ModeString.lines(read("+ooo-i", "a", "b", "c").changes(), 2, 100))
        .containsExactly(List.of("+oo", "a", "b"), List.of("+o-i", "c"));
  }

  @Test
  void lines_keep_to_their_bytes_and_say_the_same() {
    Property.holds(
        5_000,
        random -> {
          var changes = new ArrayList<Change>();
          for (int i = random.nextInt(30); i > 0; i--) changes.add(change(random));
          int other = random.nextInt(300);
          var again = new ArrayList<Change>();
          for (var line : ModeString.lines(changes, 7, other)) {
            assertThat(Utf8.size(String.join(" ", line)) + other).isLessThanOrEqualTo(512);
            var read = ModeString.parse(line, KINDS);
            assertThat(read.changes()).hasSizeLessThanOrEqualTo(7);
            again.addAll(read.changes());
          }
          assertThat(again).isEqualTo(changes);
        });
  }

  @Test
  void any_words_can_be_read() {
    Property.holds(
        10_000,
        random -> {
          var params = new ArrayList<String>();
          for (int i = random.nextInt(6); i > 0; i--)
            params.add(Some.text(random) + Some.ascii(random));
          var read = ModeString.parse(params, KINDS);
          assertThat(ModeString.parse(ModeString.encode(read.changes()), KINDS).changes())
              .hasSameSizeAs(read.changes());
        });
  }

  private static Change change(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Change(random.nextBoolean(), 'b', Some.word(random).repeat(3));
      case 1 -> new Change(random.nextBoolean(), 'o', Some.word(random));
      case 2 -> new Change(false, 'l', null);
      default -> new Change(random.nextBoolean(), 'i', null);
    };
  }

  private static ModeString read(String... params) {
    return ModeString.parse(List.of(params), KINDS);
  }
}
