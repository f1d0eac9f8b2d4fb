package chat.salon.cluster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.cluster.Message.Ack;
import chat.salon.cluster.Message.Ask;
import chat.salon.cluster.Message.Everybody;
import chat.salon.cluster.Message.Frames;
import chat.salon.cluster.Message.Gather;
import chat.salon.cluster.Message.Update;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.ListKind;
import chat.salon.core.Listing;
import chat.salon.core.Mask;
import chat.salon.core.ModeChange.Limited;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.Nick;
import chat.salon.core.Pair;
import chat.salon.core.Person;
import chat.salon.core.request.ChangeModes;
import chat.salon.core.request.Request;
import chat.salon.core.request.Say;
import chat.salon.core.request.SetTopic;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a broken node could send, or one that somebody else has got into: nothing but a
/// [CodecException] comes of it.
class BadBytesTest {
  private static final int MESSAGES = 100;
  private static final int MUTATIONS = 10_000;
  private static final int WARM = 1_000; // classes are loaded by then
  private static final int LONGEST = 2_000;
  private static final long MEMORY_A_BYTE = 100;
  private static final long MEMORY_AT_LEAST = 20_000;

  @Test
  void a_message_that_ends_too_early_is_refused_at_every_byte() {
    var values = new Values(4);
    for (int i = 0; i < MESSAGES; i++) {
      var whole = shortMessage(values);
      for (int length = 0; length < whole.length; length++) {
        var part = Arrays.copyOf(whole, length);
        assertThat(readOrRefused(part)).isNull();
      }
    }
  }

  @Test
  void more_than_a_message_is_refused() {
    var bytes = Codec.encode(new Ack(1, 2, 3));

    assertThatThrownBy(() -> Codec.decode(Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("more than a message");
  }

  @Test
  void whatever_is_changed_it_is_read_or_refused() {
    var values = new Values(5);
    var random = new Random(5);
    int read = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      var message = readOrRefused(changed(shortMessage(values), random));
      if (message != null) {
        read++;
        assertThat(Codec.decode(Codec.encode(message))).isEqualTo(message);
      }
    }
    assertThat(read).isBetween(MUTATIONS / 100, MUTATIONS / 2);
  }

  @Test
  void what_is_read_takes_memory_by_its_length_only() {
    var values = new Values(6);
    var random = new Random(6);
    for (int i = 0; i < MUTATIONS; i++) {
      var bytes = changed(shortMessage(values), random);
      long before = allocated();
      readOrRefused(bytes);
      long taken = allocated() - before;
      if (i > WARM) {
        assertThat(taken).isLessThan(MEMORY_AT_LEAST + MEMORY_A_BYTE * bytes.length);
      }
    }
  }

  private static @Nullable Message readOrRefused(byte[] bytes) {
    try {
      return Codec.decode(bytes);
    } catch (CodecException _) {
      return null;
    }
  }

  private static byte[] shortMessage(Values values) {
    byte[] bytes;
    do {
      bytes = Codec.encode(values.message());
    } while (bytes.length > LONGEST);
    return bytes;
  }

  private static byte[] changed(byte[] bytes, Random random) {
    var changed = bytes.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int place = random.nextInt(changed.length);
      switch (random.nextInt(4)) {
        case 0 -> changed[place] ^= (byte) (1 << random.nextInt(8));
        case 1 -> changed[place] = (byte) random.nextInt(256);
        case 2 -> changed[place] = (byte) (changed[place] + 1);
        default -> {
          int from = random.nextInt(changed.length);
          int length = Math.min(random.nextInt(16), changed.length - Math.max(place, from));
          System.arraycopy(bytes, from, changed, place, length);
        }
      }
    }
    return changed;
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  @Test
  void a_count_or_length_beyond_the_end_is_refused_before_anything_is_made_of_it() {
    var few = Codec.encode(new Everybody(0, List.of(), true));
    var claim = new Writer();
    claim.octet(few[0]);
    claim.body(
        few[2],
        (out, number) -> {
          out.number(number);
          out.number(0);
          out.number(Integer.MAX_VALUE);
        });

    refused(claim.bytes(), "more is announced than there is");
    long before = allocated();
    readOrRefused(claim.bytes());
    assertThat(allocated() - before).isLessThan(MEMORY_AT_LEAST);
  }

  @Test
  void a_text_of_more_than_a_mebibyte_is_refused_on_either_side() {
    var tooLong = "x".repeat(Text.LONGEST + 1);
    var out = new Writer();

    assertThatThrownBy(() -> out.text(tooLong)).isInstanceOf(IllegalArgumentException.class);
    var claim = new Writer();
    claim.number(tooLong.length());
    assertThatThrownBy(() -> new Reader(Arrays.copyOf(claim.bytes(), 1 << 21)).text())
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("a text of more than");
  }

  @Test
  void links_within_links_are_no_parcels() {
    var frames = new Frames(1, 2, 3, List.of());
    var parcel = new Update(1, new Listing(Cast.ALICE, Set.of()), false);
    var outer = new Frames(1, 2, 3, List.of(parcel));
    var bytes =
        Codec.encode(
            outer,
            new Writer() {
              @Override
              <T> void body(T value, BiConsumer<Writer, T> fields) {
                if (value.equals(parcel)) {
                  MessageCodec.write(this, frames);
                } else {
                  super.body(value, fields);
                }
              }
            });

    assertThat(Codec.decode(bytes))
        .isEqualTo(new Frames(1, 2, 3, List.of(new Message.Unreadable())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"two words", "", "a!b", "a@b", "1st", "#tea", "NickServ", "a\nb", "pаypal"})
  void what_is_no_nick_is_refused(String text) {
    refused(Nick.trusted(text), "what nobody is called");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tea", "#", "#a b", "#a,b", "#a\u0007", "#a\r"})
  void what_is_no_channel_name_is_refused(String text) {
    refused(new Gather(1, 1, ChannelName.trusted(text), 1), "what is no channel name");
  }

  @Test
  void what_is_no_private_conversation_is_refused() {
    var say = new Say(Form.MESSAGE, "hi", Map.of(), null);
    refused(ask(new Pair("Alice", "bob"), say), "what is no party");
    refused(ask(new Pair("alice x", "bob"), say), "what is no party");
    refused(ask(new Pair("bob", "~"), say), "what is no party");
    refused(ask(new Pair("alice", "bob"), say), "a request for another kind of conversation");
  }

  @Test
  void what_is_no_mask_is_refused() {
    var mask = new Listed(ListKind.BAN, new Mask("no mask at all"), true);
    refused(ask(Cast.TEA, new ChangeModes(List.of(mask))), "what is no mask");
  }

  @ParameterizedTest
  @ValueSource(chars = {'\r', '\n', '\0'})
  void a_text_that_would_be_two_lines_is_refused_on_either_side(char c) {
    assertThatThrownBy(() -> Codec.encode(ask(Cast.TEA, new SetTopic("tea" + c + "QUIT"))))
        .isInstanceOf(IllegalArgumentException.class);
    var tea = Codec.encode(ask(Cast.TEA, new SetTopic("tea QUIT")));
    var coffee = Codec.encode(ask(Cast.TEA, new SetTopic("tea_QUIT")));
    refused(Bytes.between(tea, coffee, c), "a text with NUL, CR or LF");
  }

  @Test
  void a_word_that_would_be_two_parameters_is_refused() {
    var one = Codec.encode(new Update(1, new Listing(with("~u-ser"), Set.of()), false));
    var other = Codec.encode(new Update(1, new Listing(with("~u_ser"), Set.of()), false));

    refused(Bytes.between(one, other, ' '), "a user or host");
    refused(Bytes.between(one, other, '@'), "a user or host");
  }

  private static Person with(String user) {
    var a = Cast.ALICE;
    return new Person(
        a.id(), a.nick(), user, a.host(), a.realname(), a.account(), null, a.standing());
  }

  @Test
  void a_tag_that_only_a_server_may_set_is_refused() {
    var plus = Codec.encode(ask(Cast.TEA, new Say(Form.MESSAGE, "x", Map.of("+msgid", "1"), null)));
    int key = new String(plus, ISO_8859_1).indexOf("+msgid");
    plus[key] = 'x';

    refused(plus, "a tag that is not a client's");
  }

  @Test
  void a_text_that_is_not_utf8_is_refused_and_the_sign_for_it_is_not() {
    var a = Codec.encode(ask(Cast.TEA, new SetTopic("tea \ufffd a")));
    var b = Codec.encode(ask(Cast.TEA, new SetTopic("tea \ufffd b")));

    assertThat(Codec.decode(a)).isEqualTo(ask(Cast.TEA, new SetTopic("tea \ufffd a")));
    refused(Bytes.between(a, b, 0xff), "not UTF-8");
  }

  @Test
  void numbers_out_of_their_range_are_refused() {
    refused(Codec.encode(new Ack(256, 2, 3)), "a node above 255");
    refused(Cast.person(0, Cast.ALICE.nick()), "a person without an id");
    assertThatThrownBy(() -> Codec.encode(new Ack(1, 2, -3)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Codec.encode(ask(Cast.TEA, new ChangeModes(List.of(new Limited(-1))))))
        .isInstanceOf(IllegalArgumentException.class);
    var tooLong = new byte[10];
    Arrays.fill(tooLong, (byte) 0x80);
    assertThatThrownBy(() -> new Reader(tooLong).number())
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("63 bits");
  }

  private static Ask ask(ConversationId<?> where, Request<?> request) {
    return new Ask(1, 1, where, Cast.actor(Cast.ALICE), request, null, null);
  }

  private static void refused(Nick nick, String why) {
    refused(Cast.person(71, nick), why);
  }

  private static void refused(Person person, String why) {
    refused(new Update(1, new Listing(person, Set.of()), false), why);
  }

  private static void refused(Message message, String why) {
    refused(Codec.encode(message), why);
  }

  private static void refused(byte[] bytes, String why) {
    assertThatThrownBy(() -> Codec.decode(bytes))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining(why);
  }
}
