package chat.salon.irc.service;

import chat.salon.core.Account;
import chat.salon.core.Refusal.NotPermitted;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Service;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A service that does what the first word says, and explains itself: HELP.
final class ServiceDesk implements Service {
  private static final String HELP = "HELP";
  private static final String AIDE = "AIDE";

  private final String name;
  private final String description;
  private final ServiceHelp help;
  private final Map<String, ServiceCommand> commands = new TreeMap<>();

  ServiceDesk(String name, String description, ServiceCommand... commands) {
    this.name = name;
    this.description = description;
    this.help = new ServiceHelp(name, description);
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
  public List<Spec> specs() {
    return commands.values().stream().map(ServiceCommand::spec).toList();
  }

  @Override
  public Reply said(IrcSession session, String text) {
    var voice = new Voice(session, name);
    var words = Arrays.stream(text.split(" +")).filter(word -> !word.isEmpty()).toList();
    var first = words.isEmpty() ? HELP : words.getFirst().toUpperCase(Locale.ROOT);
    var rest = words.isEmpty() ? words : words.subList(1, words.size());
    if (first.equals(HELP) || first.equals(AIDE)) {
      return voice.says(help(rest, first.equals(AIDE)));
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
    var privilege = spec.privilege();
    if (privilege != null && !session.door().staff().may(session, privilege)) {
      return voice.says("That is for operators with the privilege " + privilege.title());
    }
    return command.run(session, voice, rest);
  }

  /// What it can do and does not explain in French: nothing, or a translation is forgotten.
  List<String> untranslated() {
    return Stream.concat(Stream.of(""), commands.keySet().stream())
        .filter(command -> !help.isFrench(command))
        .toList();
  }

  /// The account that somebody is logged in to, as it is now; empty for guests.
  static Optional<Account> account(IrcSession session) {
    var name = session.accountName();
    return name == null
        ? Optional.empty()
        : session.apart(() -> session.door().logins().account(name));
  }

  private List<String> help(List<String> about, boolean inFrench) {
    var asked = about.isEmpty() ? null : commands.get(about.getFirst().toUpperCase(Locale.ROOT));
    if (asked != null) {
      return List.of(help.of(asked.spec(), inFrench));
    }
    var texts = new ArrayList<String>();
    texts.add(name + ": " + help.description(inFrench) + (inFrench ? " :" : ":"));
    commands.values().forEach(command -> texts.add("  " + help.of(command.spec(), inFrench)));
    texts.add(
        inFrench
            ? "  AIDE [<commande>] : dit cela. En anglais : HELP."
            : "  HELP [<command>]: says this. In French: AIDE.");
    return texts;
  }
}
