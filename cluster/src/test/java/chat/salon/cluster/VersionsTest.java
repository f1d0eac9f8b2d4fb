package chat.salon.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.cluster.Message.Ack;
import chat.salon.cluster.Message.Answer;
import chat.salon.cluster.Message.Ask;
import chat.salon.cluster.Message.Carry;
import chat.salon.cluster.Message.Follow;
import chat.salon.cluster.Message.Frames;
import chat.salon.cluster.Message.Grant;
import chat.salon.cluster.Message.Granted;
import chat.salon.cluster.Message.Unreadable;
import chat.salon.core.Delivery;
import chat.salon.core.Event;
import chat.salon.core.Event.Left;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Flag;
import chat.salon.core.ListEntry;
import chat.salon.core.ListKind;
import chat.salon.core.Mask;
import chat.salon.core.Origin;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Rank;
import chat.salon.core.Refusal.BadCode;
import chat.salon.core.Refusal.Busy;
import chat.salon.core.request.Leave;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A newer version writes, this one reads: as during a rolling upgrade.
class VersionsTest {
  private static final int MESSAGES = 2_000;
  private static final int NEVER_GIVEN = 1_000_000;

  /// Has one more field in every body.
  private static final class Grown extends Writer {
    @Override
    <T> void body(T value, BiConsumer<Writer, T> fields) {
      super.body(
          value,
          (out, same) -> {
            fields.accept(out, same);
            out.text("a field of the next version");
          });
    }
  }

  /// Writes a kind that there is not instead of what is chosen.
  private static final class Newer extends Writer {
    private final Predicate<Object> isNew;

    Newer(Predicate<Object> isNew) {
      this.isNew = isNew;
    }

    @Override
    <T> void body(T value, BiConsumer<Writer, T> fields) {
      super.body(value, isNew.test(value) ? (out, _) -> out.number(NEVER_GIVEN) : fields);
    }
  }

  @Test
  void fields_that_are_not_known_are_skipped_wherever_they_are() {
    var values = new Values(2);
    for (int i = 0; i < MESSAGES; i++) {
      var message = values.message();

      var back = Codec.decode(Codec.encode(message, new Grown()));

      assertThat(Shown.of(back)).isEqualTo(Shown.of(message));
    }
  }

  @Test
  void a_field_that_an_older_version_did_not_write_has_its_default() {
    var out = new Writer();
    out.body(7L, (o, number) -> o.number(number));
    out.body(
        8L,
        (o, number) -> {
          o.number(number);
          o.text("given");
        });
    var in = new Reader(out.bytes());

    assertThat(in.body(VersionsTest::numberAndText)).isEqualTo("7 by default");
    assertThat(in.body(VersionsTest::numberAndText)).isEqualTo("8 given");
    assertThat(in.hasMore()).isFalse();
  }

  @Test
  void a_question_of_a_version_that_asked_only_once_has_no_key() {
    var ask = new Ask(1, 2, Cast.TEA, Cast.actor(Cast.ALICE), new Leave(""), null, null);
    var bytes = Codec.encode(ask);
    var older = Arrays.copyOf(bytes, bytes.length - 1);
    older[1]--; // the length of its fields

    assertThat(Codec.decode(older)).isEqualTo(ask);
  }

  private static String numberAndText(Reader in) {
    return in.number() + " " + (in.hasMore() ? in.text() : "by default");
  }

  @Test
  void an_unknown_message_is_told_from_a_broken_one() {
    var bytes = Codec.encode(new Ack(1, 2, 3), new Newer(Ack.class::isInstance));

    assertThatThrownBy(() -> Codec.decode(bytes))
        .isInstanceOf(CodecException.Unknown.class)
        .hasMessageContaining("an unknown message, number " + NEVER_GIVEN);
  }

  @Test
  void an_unknown_request_makes_its_question_unknown() {
    var ask = (Ask) new Values(3).message(Ask.class);
    var bytes = Codec.encode(ask, new Newer(ask.request()::equals));

    assertThatThrownBy(() -> Codec.decode(bytes)).isInstanceOf(CodecException.Unknown.class);
  }

  @Test
  void an_unknown_parcel_keeps_its_place_on_the_link() {
    var first = new Answer(1, new Refused(new Busy("the mailbox")));
    var last = new Answer(3, Done.NOTHING);
    var unknown = new Answer(2, null);
    var frames = new Frames(1, -2, 10, List.of(first, unknown, last));

    var back = Codec.decode(Codec.encode(frames, new Newer(unknown::equals)));

    assertThat(back).isEqualTo(new Frames(1, -2, 10, List.of(first, new Unreadable(), last)));
  }

  @Test
  void a_rank_that_is_not_known_is_never_left_out_of_who_may_read() {
    var op = Codec.encode(carry(said(1, Rank.OP), said(2, null)));
    var voice = Codec.encode(carry(said(1, Rank.VOICE), said(2, null)));

    var back = Codec.decode(Bytes.between(op, voice, 60));

    assertThat(back).isEqualTo(carry(said(2, null)));
  }

  @Test
  void what_a_parcel_cannot_do_without_makes_it_unknown_and_no_other() {
    var asked = new Granted(1, new Grant.Taken());
    var last = new Answer(3, Done.NOTHING);
    var frames = new Frames(1, 2, 10, List.of(asked, last));

    var back = Codec.decode(Codec.encode(frames, new Newer(asked.grant()::equals)));

    assertThat(back).isEqualTo(new Frames(1, 2, 10, List.of(new Unreadable(), last)));
  }

  @Test
  void who_waits_for_an_unknown_outcome_is_told_of_a_fault() {
    var why = new BadCode();

    var back = Codec.decode(Codec.encode(new Answer(9, new Refused(why)), new Newer(why::equals)));

    assertThat(back).isEqualTo(new Answer(9, null));
  }

  @Test
  void an_unknown_event_is_left_out_of_what_is_carried() {
    var left = new Left(Cast.stamp(2), Cast.TEA, Cast.ALICE, "bye");
    var carry = carry(said(1, null), left, said(3, null));

    var back = Codec.decode(Codec.encode(carry, new Newer(left::equals)));

    assertThat(back).isEqualTo(carry(said(1, null), said(3, null)));
  }

  @Test
  void unknown_flags_and_lists_are_left_out_of_a_channel() {
    var entry = new ListEntry(Mask.of("bob"), "alice!~a@host", Cast.NOON);
    var secret = Codec.encode(new Follow(Cast.channel(Set.of(Flag.SECRET), Map.of())));
    var open = Codec.encode(new Follow(Cast.channel(Set.of(), Map.of())));
    var bans = Codec.encode(follow(ListKind.BAN, entry));
    var exceptions = Codec.encode(follow(ListKind.EXCEPTION, entry));
    int secretAndMore = 1 << 4 | 1; // no constant has the number 0

    assertThat(Codec.decode(Bytes.between(secret, open, secretAndMore)))
        .isEqualTo(new Follow(Cast.channel(Set.of(Flag.SECRET), Map.of())));
    assertThat(Codec.decode(Bytes.between(bans, exceptions, 60)))
        .isEqualTo(new Follow(Cast.channel(Set.of(), Map.of())));
  }

  @Test
  void another_format_is_refused_by_name() {
    var bytes = Codec.encode(new Ack(1, 2, 3));
    bytes[0] = 2;

    assertThatThrownBy(() -> Codec.decode(bytes))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("messages of format 2; this version reads format 1");
  }

  private static Follow follow(ListKind kind, ListEntry entry) {
    return new Follow(Cast.channel(Set.of(), Map.of(kind, List.of(entry))));
  }

  private static Carry carry(Event... events) {
    var deliveries =
        Arrays.stream(events).map(event -> new Delivery(event, new Origin(5, "a"), null)).toList();
    return new Carry(2, deliveries);
  }

  private static Said said(long seq, @Nullable Rank least) {
    return new Said(
        Cast.stamp(seq), Cast.TEA, Cast.ALICE, Form.MESSAGE, "#Tea", null, "hi", Map.of(), least);
  }
}
