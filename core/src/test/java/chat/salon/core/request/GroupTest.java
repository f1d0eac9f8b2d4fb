package chat.salon.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.Actor;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.Event;
import chat.salon.core.Event.Added;
import chat.salon.core.Event.Fact;
import chat.salon.core.Flag;
import chat.salon.core.Limits;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.Nick;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.PersonId;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.GroupFull;
import chat.salon.core.Refusal.GroupName;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.Refusal.NobodyToAdd;
import chat.salon.core.Refusal.NotChannelOperator;
import chat.salon.core.Refusal.NotGroup;
import chat.salon.core.Refusal.NotLoggedIn;
import chat.salon.core.Refusal.NotOnChannel;
import chat.salon.core.Role;
import chat.salon.core.Stamp;
import chat.salon.core.Stamps;
import chat.salon.core.request.OnAccount.Here;
import chat.salon.core.request.TakeNote.News;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class GroupTest {
  private static final ChannelName NAME = ChannelName.trusted("#~k3w7q2mx5hd4rbva");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Actor lea = actor(1, "lea", "lea");
  private final Actor jules = actor(2, "jules", "jules");
  private final Actor sam = actor(3, "sam", "sam");
  private final Actor guest = actor(4, "guest", null);
  private final ChannelState group = new ChannelState(NAME, Limits.DEFAULT);
  private long seq;

  @Test
  void all_are_in_at_once_connected_or_not() {
    var events = does(lea, create("jules", "sam"), jules);

    assertThat(events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("Joined", "ModesChanged", "TopicSet", "Joined", "Added", "Added");
    assertThat(group.has(jules.id())).isTrue();
    assertThat(group.has(sam.id())).isFalse();
    assertThat(group.seats()).containsOnlyKeys(name("lea"), name("jules"), name("sam"));
    assertThat(group.topic().orElseThrow().text()).isEqualTo("Tea");
    assertThat(((Added) events.getLast()).who().displayName()).isEqualTo("SAM");
  }

  @Test
  void nobody_operates_it_and_nobody_founded_it() {
    does(lea, create("jules"), jules);
    assertThat(group.flags())
        .containsExactlyInAnyOrder(
            Flag.REGISTERED, Flag.INVITE_ONLY, Flag.SECRET, Flag.NO_OUTSIDE, Flag.FROM_JOINING);
    assertThat(group.isFounder(name("lea"))).isFalse();
    assertThat(group.ranks(lea.id()).isNone()).isTrue();
    assertThat(why(lea, new DropChannel())).isInstanceOf(Refusal.NotFounder.class);
    assertThat(why(lea, new ChangeModes(List.of(new Flagged(Flag.SECRET, false)))))
        .isInstanceOf(NotChannelOperator.class);
    assertThat(why(lea, new Kick(jules.nick(), ""))).isInstanceOf(NotChannelOperator.class);
    assertThat(why(lea, new Invite(sam.person()))).isInstanceOf(NotChannelOperator.class);
  }

  @Test
  void an_outsider_finds_nothing_and_comes_in_by_no_way() {
    var before = why(sam, new Join(null));
    does(lea, create("jules"));

    assertThat(why(sam, new Join(null))).isEqualTo(before).isEqualTo(new GroupName(NAME.shown()));
    assertThat(why(sam, new CreateChannel("", Set.of()))).isEqualTo(before);
    assertThat(why(sam, create("jules"))).isInstanceOf(Refusal.ChannelExists.class);
    for (var request :
        List.of(
            new AskToJoin(""),
            add("sam"),
            new SetTopic("mine"),
            new RegisterChannel(),
            new DropChannel(),
            new Leave(""))) {
      assertThat(why(sam, request)).isEqualTo(new NoSuchChannel(NAME.shown()));
    }
    assertThat(why(guest, new Join(null))).isEqualTo(before);
  }

  @Test
  void every_member_names_it_and_adds_people() {
    does(lea, create("jules"), jules);
    does(jules, new SetTopic("Coffee"));
    assertThat(group.topic().orElseThrow().text()).isEqualTo("Coffee");
    does(jules, add("sam"));
    assertThat(group.belongs(name("sam"))).isTrue();
    assertThat(does(lea, add("sam"))).isEmpty();
    does(sam, new Join(null));
    assertThat(group.has(sam.id())).isTrue();
  }

  @Test
  void who_leaves_gives_up_the_place_and_the_last_one_closes_it() {
    does(lea, create("jules"), jules);
    does(lea, new Leave(""));
    assertThat(why(lea, new Join(null))).isInstanceOf(GroupName.class);
    assertThat(why(lea, add("sam"))).isInstanceOf(NoSuchChannel.class);
    does(jules, new TakeNote(new News.Gone("", new Fact(1, 1))));
    assertThat(group.isOpen()).isTrue();
    does(jules, new Join(null));
    does(jules, new Leave(""));
    assertThat(group.isOpen()).isFalse();
    assertThat(group.isRegistered()).isFalse();
  }

  @Test
  void it_has_a_size_and_somebody_else_in_it() {
    assertThat(why(guest, create("jules"))).isEqualTo(new NotLoggedIn());
    assertThat(why(lea, create())).isEqualTo(new NobodyToAdd());
    assertThat(why(lea, create("lea"))).isEqualTo(new NobodyToAdd());
    int most = Limits.DEFAULT.groupMembers();
    var many = IntStream.range(0, most).mapToObj(i -> "p" + i).toArray(String[]::new);
    assertThat(why(lea, create(many))).isEqualTo(new GroupFull(most));
    does(lea, create(List.of(many).subList(1, most).toArray(String[]::new)));
    assertThat(why(lea, add("sam"))).isEqualTo(new GroupFull(most));
    assertThat(does(lea, add("p1"))).isEmpty();
    assertThat(why(lea, add())).isEqualTo(new NobodyToAdd());
  }

  @Test
  void nobody_is_added_to_a_channel() {
    var tea = new ChannelState(ChannelName.trusted("#tea"), Limits.DEFAULT);
    var stamp = new Stamp(Stamps.at(NOW), 1);
    ((Done) new Join(null).decide(tea, lea, stamp)).events().forEach(tea::apply);
    assertThat(add("sam").decide(tea, lea, stamp)).isEqualTo(new Refused(new NotGroup(tea.name())));
    assertThat(add("sam").decide(tea, jules, stamp))
        .isEqualTo(new Refused(new NotOnChannel(tea.name())));
  }

  @Test
  void who_logs_out_is_in_it_no_more_and_another_account_does_not_take_the_place() {
    does(lea, create("jules"), jules);
    var after = jules.person().withAccount(name("sam"));
    var events = does(jules, new TakeNote(new News.Changed(after, new Fact(1, 1))));
    assertThat(events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("PersonChanged", "Left");
    assertThat(group.has(jules.id())).isFalse();
    assertThat(group.seats()).containsOnlyKeys(name("lea"), name("jules"));
  }

  @Test
  void only_two_characters_make_the_name_of_a_group() {
    assertThat(ChannelName.trusted("#~TEA").isGroup()).isTrue();
    for (var other : List.of("#tea~", "#\uff5etea", "#\u223ctea", "##~tea", "#tea")) {
      assertThat(ChannelName.trusted(other).isGroup()).as(other).isFalse();
    }
  }

  private static CreateGroup create(String... names) {
    return new CreateGroup(newcomers(names), "Tea");
  }

  private static AddToGroup add(String... names) {
    return new AddToGroup(newcomers(names));
  }

  private static List<Newcomer> newcomers(String... names) {
    return List.of(names).stream()
        .map(one -> new Newcomer(name(one), one.toUpperCase(Locale.ROOT)))
        .toList();
  }

  private static AccountName name(String account) {
    return AccountName.trusted(account);
  }

  private List<Event> does(Actor who, Request<ChannelState> request, Actor... here) {
    if (!(decide(who, request, here) instanceof Done(var events, _))) {
      throw new AssertionError(request + " is refused: " + decide(who, request, here));
    }
    assertThat(events).filteredOn(Event::isKept).hasSizeLessThanOrEqualTo(request.stamps());
    assertThat(events).extracting(event -> event.stamp().id()).isSorted();
    events.forEach(group::apply);
    return events;
  }

  private Refusal why(Actor who, Request<ChannelState> request) {
    if (decide(who, request) instanceof Refused(var why)) {
      return why;
    }
    throw new AssertionError(request + " is not refused");
  }

  private Outcome decide(Actor who, Request<ChannelState> request, Actor... here) {
    var stamp = new Stamp(Stamps.at(NOW), ++seq);
    return request instanceof OnAccounts about
        ? about.decide(group, account -> here(account, here), who, stamp)
        : request.decide(group, who, stamp);
  }

  private static List<Here> here(AccountName account, Actor... all) {
    return List.of(all).stream()
        .filter(one -> account.equals(one.person().account()))
        .map(one -> new Here(one.person(), one.nodes()))
        .toList();
  }

  private static Actor actor(long id, String nick, @Nullable String account) {
    var person =
        new Person(
            new PersonId(id),
            Nick.trusted(nick),
            "~u",
            "host",
            nick,
            account == null ? null : AccountName.trusted(account),
            null,
            Standing.PLAIN);
    return new Actor(person, Set.of(0), "192.0.2.1", Role.MEMBER, 0, id);
  }
}
