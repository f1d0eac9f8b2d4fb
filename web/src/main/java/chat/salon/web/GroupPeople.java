package chat.salon.web;

import chat.salon.core.AccountName;
import chat.salon.core.Belonging;
import chat.salon.core.ChannelState;
import chat.salon.core.account.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// Who is in a group, by whose names it is known while it has none. Waits for the store.
final class GroupPeople {
  private GroupPeople() {}

  static List<ObjectNode> of(WebSession session, ChannelState group) {
    var belonging = Belonging.to(group);
    var absent =
        belonging.stream()
            .filter(one -> one.person() == null)
            .flatMap(one -> Optional.ofNullable(one.account()).stream())
            .toList();
    Map<AccountName, Profile> profiles =
        absent.isEmpty()
            ? Map.of()
            : session.door().profiles().find(absent).stream()
                .collect(Collectors.toMap(Profile::name, Function.identity()));
    return belonging.stream()
        .flatMap(one -> shown(one, profiles).stream())
        .map(node -> node.retain(List.of("user", "account", "display_name")))
        .toList();
  }

  private static Optional<ObjectNode> shown(Belonging one, Map<AccountName, Profile> profiles) {
    var person = one.person();
    return person != null
        ? Optional.of(Persons.shown(person))
        : Optional.ofNullable(profiles.get(one.account())).map(Persons::absent);
  }
}
