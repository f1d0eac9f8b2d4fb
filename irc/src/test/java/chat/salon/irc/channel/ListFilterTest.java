package chat.salon.irc.channel;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.TopicSet;
import chat.salon.core.Limits;
import chat.salon.core.Person;
import chat.salon.core.Ranks;
import chat.salon.irc.Cast;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ListFilterTest {
  private static final int HOUR = 3600;

  // #tea is an hour old with two people; #Coffee ten minutes, with one and no topic
  private final ChannelState tea = channel("#tea", 0, Cast.ALICE, Cast.BOB);
  private final ChannelState coffee = channel("#Coffee", HOUR - 600, Cast.ALICE);

  ListFilterTest() {
    tea.apply(new TopicSet(Cast.kept(HOUR - 120), tea.name(), Cast.ALICE, "leaves"));
  }

  @Test
  void without_parameters_all_are_told() {
    assertThat(listed()).containsExactly("#tea", "#Coffee");
  }

  @Test
  void names_are_compared_folded() {
    assertThat(listed("#TEA,#coffee")).containsExactly("#tea", "#Coffee");
    assertThat(listed("#tea,#none")).containsExactly("#tea");
    assertThat(ListFilter.parse(List.of("#tea")).isByName()).isTrue();
  }

  @Test
  void masks_match_or_do_not() {
    assertThat(listed("*ea")).containsExactly("#tea");
    assertThat(listed("#c*")).containsExactly("#Coffee");
    assertThat(listed("!*ea")).containsExactly("#Coffee");
    assertThat(listed("!*z*")).containsExactly("#tea", "#Coffee");
    assertThat(listed("*e*,!*ff*")).containsExactly("#tea");
    assertThat(listed("tea*")).isEmpty();
  }

  @Test
  void people_are_counted() {
    assertThat(listed(">0")).containsExactly("#tea", "#Coffee");
    assertThat(listed(">1")).containsExactly("#tea");
    assertThat(listed("<2")).containsExactly("#Coffee");
    assertThat(listed("<1")).isEmpty();
    assertThat(listed(">0,<2")).containsExactly("#Coffee");
  }

  @Test
  void channels_and_topics_have_an_age_in_minutes() {
    assertThat(listed("C>10")).containsExactly("#tea");
    assertThat(listed("C<11")).containsExactly("#Coffee");
    assertThat(listed("C<0")).isEmpty();
    assertThat(listed("c>0")).containsExactly("#tea", "#Coffee");
    assertThat(listed("T>1")).containsExactly("#tea");
    assertThat(listed("T<2")).isEmpty();
    assertThat(listed("T<60")).as("without a topic there is no time of it").containsExactly("#tea");
  }

  @Test
  void names_and_conditions_may_stand_in_two_parameters() {
    assertThat(listed("#tea,#coffee", ">1")).containsExactly("#tea");
  }

  @Test
  void what_looks_like_a_condition_and_is_none_is_a_name() {
    for (var odd : List.of(">", "<x", "C>", "T", ">99999999999")) {
      assertThat(listed(odd)).as(odd).isEmpty();
    }
  }

  private List<String> listed(String... params) {
    var filter = ListFilter.parse(List.of(params));
    return Stream.of(tea, coffee)
        .filter(channel -> filter.includes(channel, Cast.kept(HOUR).time()))
        .map(channel -> channel.name().shown())
        .toList();
  }

  private static ChannelState channel(String shown, int seconds, Person... people) {
    var name = ChannelName.trusted(shown);
    var channel = new ChannelState(name, Limits.DEFAULT);
    for (var person : people) {
      channel.apply(new Joined(Cast.kept(seconds), name, person, Ranks.NONE, Set.of(0)));
    }
    return channel;
  }
}
