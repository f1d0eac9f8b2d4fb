package chat.salon.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Event;
import chat.salon.core.Refusal;
import chat.salon.core.request.Say;
import chat.salon.core.request.TakeNote;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every message there can be, there and back.
class CodecTest {
  private static final int MESSAGES = Boolean.getBoolean("salon.all") ? 10_000 : 2000;
  private static final int MOST = 200_000; // for what is rare

  @Test
  void every_kind_of_message_comes_back_as_it_was() {
    var missing = kindsAndConstants();
    var values = new Values(4, missing);
    for (int i = 0; i < MESSAGES || (!missing.isEmpty() && i < MOST); i++) {
      var message = values.message();
      if (i >= MESSAGES && Collections.disjoint(missing, kindsAndConstants(message))) {
        continue; // nothing rare in it
      }

      var back = Codec.decode(Codec.encode(message));

      assertThat(back).isEqualTo(message);
      assertThat(Shown.of(back)).isEqualTo(Shown.of(message));
      missing.removeAll(kindsAndConstants(back));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void the_kinds_are_found_where_core_has_them() {
    assertThat(Types.reachable())
        .contains(Event.Detached.class, Refusal.BadCode.class, Event.Said.Form.class)
        .contains(Say.class, TakeNote.class, TakeNote.News.OffNode.class);
  }

  @Test
  void no_kind_can_hold_one_of_its_own_so_nesting_has_an_end() {
    for (var type : Types.reachable()) {
      assertThat(within(type)).as(type.getName()).doesNotContain(type);
    }
  }

  /// All records that can be in a message, and all constants of its enums.
  static Set<Object> kindsAndConstants() {
    return Types.reachable().stream()
        .flatMap(type -> type.isEnum() ? Arrays.stream(type.getEnumConstants()) : Stream.of(type))
        .collect(Collectors.toSet());
  }

  /// Those that are in one message.
  static Set<Object> kindsAndConstants(Message message) {
    var seen = new HashSet<Object>();
    Shown.visit(message, part -> seen.add(part instanceof Enum<?> ? part : part.getClass()));
    return seen;
  }

  private static Set<Class<?>> within(Class<?> type) {
    var found = new LinkedHashSet<Class<?>>();
    collect(type, found);
    return found;
  }

  private static void collect(Class<?> type, Set<Class<?>> found) {
    if (type.isRecord()) {
      Types.parts(type).filter(found::add).forEach(part -> collect(part, found));
    }
  }
}
