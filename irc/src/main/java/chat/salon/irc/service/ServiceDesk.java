package chat.salon.irc.service;

import chat.salon.core.Account;
import chat.salon.core.Refusal.NotPermitted;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Service;
import chat.salon.irc.Voice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A service that does what the first word says, and explains itself: HELP.
final class ServiceDesk implements Service {
  private static final String HELP = "HELP";

  private final String name;
  private final String description;
  private final Map<String, ServiceCommand> commands = new TreeMap<>();

  ServiceDesk(String name, String description, ServiceCommand... commands) {
    this.name = name;
    this.description = description;
    for (var command : commands) {
      this.commands.put(command.spec().name(), command);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public Reply said(IrcSession session, String text) {
    var voice = new Voice(session, name);
    var words = Arrays.stream(text.split(" +")).filter(word -> !word.isEmpty()).toList();
    var first = words.isEmpty() ? HELP : words.getFirst().toUpperCase(Locale.ROOT);
    var rest = words.isEmpty() ? words : words.subList(1, words.size());
    if (first.equals(HELP)) {
      return voice.says(help(rest));
    }
    var command = commands.get(first);
    if (command == null) {
      return voice.says("I cannot do that. Say HELP to learn what I can do.");
    }
    var spec = command.spec();
    if (rest.size() < spec.params()) {
      return voice.says("Something is missing: " + spec.help());
    }
    if (session.role().compareTo(spec.role()) < 0) {
      return voice.says(Numerics.text(new NotPermitted(spec.role())));
    }
    return command.run(session, voice, rest);
  }

  /// The account that somebody is logged in to, as it is now; empty for guests.
  static Optional<Account> account(IrcSession session) {
    var name = session.accountName();
    return name == null
        ? Optional.empty()
        : session.apart(() -> session.door().logins().account(name));
  }

  private List<String> help(List<String> about) {
    var asked = about.isEmpty() ? null : commands.get(about.getFirst().toUpperCase(Locale.ROOT));
    if (asked != null) {
      return List.of(asked.spec().help());
    }
    var texts = new ArrayList<String>();
    texts.add(name + ": " + description + ". I understand:");
    commands.values().forEach(command -> texts.add("  " + command.spec().help()));
    texts.add("  HELP [<command>]: says this.");
    return texts;
  }
}
