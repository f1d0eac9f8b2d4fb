package chat.salon.web.channel;

import chat.salon.core.AccountName;
import chat.salon.core.Belonging;
import chat.salon.core.ChannelState;
import chat.salon.core.Flag;
import chat.salon.core.Rank;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.account.Profile;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.EventFrames;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Persons;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// Tells who belongs to a channel.
final class MembersFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(Field.line("members"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.channel(
        fields.text("members"),
        name ->
            session
                .look(name)
                .or(() -> session.apart(() -> session.salon().find(session.actor(), name)))
                .map(channel -> Answer.ok(people(session, channel)))
                .orElseGet(() -> Answer.no(new NoSuchChannel(name.shown()))));
  }

  private static ObjectNode people(WebSession session, ChannelState channel) {
    var belonging =
        Belonging.to(channel).stream().filter(one -> isSeen(session, channel, one)).toList();
    var profiles = profiles(session, belonging);
    var people = new ArrayList<ObjectNode>();
    for (var one : belonging) {
      var person = one.person();
      var shown =
          person != null
              ? Optional.of(Persons.shown(person))
              : Optional.ofNullable(profiles.get(one.account())).map(Persons::absent);
      shown.ifPresent(node -> people.add(node.put("rank", EventFrames.rank(one.ranks()))));
    }
    var answer = Json.object();
    answer.set("people", Json.array(people));
    return answer;
  }

  private static boolean isSeen(WebSession session, ChannelState channel, Belonging one) {
    var person = one.person();
    var viewer = session.presence().id();
    return person == null
        ? !channel.has(Flag.AUDITORIUM) || channel.ranks(viewer).atLeast(Rank.HALFOP)
        : person.id().equals(viewer)
            || channel
                .member(person.id())
                .filter(member -> channel.shows(member, viewer))
                .isPresent();
  }

  // Of those who are not connected.
  private static Map<AccountName, Profile> profiles(WebSession session, List<Belonging> belonging) {
    var absent =
        belonging.stream()
            .filter(one -> one.person() == null)
            .flatMap(one -> Optional.ofNullable(one.account()).stream())
            .toList();
    return absent.isEmpty()
        ? Map.of()
        : session.apart(() -> session.door().profiles().find(absent)).stream()
            .collect(Collectors.toMap(Profile::name, Function.identity()));
  }
}
