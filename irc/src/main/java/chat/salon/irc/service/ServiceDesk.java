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

  /// The tag of the language that it speaks beside English.
  static final String FRENCH = "fr";

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
      boolean inFrench = first.equals(AIDE) || speaksFrench(session);
      return voice.says(help(session, rest, inFrench));
    }
    var command = commands.get(first);
    if (command == null) {
      return voice.says(
          speaksFrench(session)
              ? "Je ne sais pas faire cela. Dites AIDE pour savoir ce que je sais faire."
              : "I cannot do that. Say HELP to learn what I can do.");
    }
    var spec = command.spec();
    if (rest.size() < spec.params()) {
      boolean inFrench = speaksFrench(session);
      return voice.says(
          (inFrench ? "Il manque quelque chose : " : "Something is missing: ")
              + help.of(spec, inFrench));
    }
    if (session.role().compareTo(spec.role()) < 0) {
      return voice.says(Numerics.text(new NotPermitted(spec.role())));
    }
    var privilege = spec.privilege();
    if (privilege != null && !isFor(session, spec)) {
      return voice.says(
          (speaksFrench(session)
                  ? "C'est pour les opérateurs qui ont le privilège "
                  : "That is for operators with the privilege ")
              + privilege.title());
    }
    return command.run(session, voice, rest);
  }

  private static boolean isFor(IrcSession session, Spec spec) {
    var privilege = spec.privilege();
    return privilege == null || session.door().staff().may(session, privilege);
  }

  /// Whether somebody has chosen to be answered in French.
  private static boolean speaksFrench(IrcSession session) {
    return account(session).filter(account -> FRENCH.equals(account.language())).isPresent();
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

  // What one may not do is explained to who asks for it, and not listed.
  private List<String> help(IrcSession session, List<String> about, boolean inFrench) {
    var asked = about.isEmpty() ? null : commands.get(about.getFirst().toUpperCase(Locale.ROOT));
    if (asked != null) {
      return List.of(help.of(asked.spec(), inFrench));
    }
    var texts = new ArrayList<String>();
    texts.add(name + ": " + help.description(inFrench) + (inFrench ? " :" : ":"));
    commands.values().stream()
        .map(ServiceCommand::spec)
        .filter(spec -> isFor(session, spec))
        .forEach(spec -> texts.add("  " + help.of(spec, inFrench)));
    texts.add(
        inFrench
            ? "  AIDE [<commande>] : dit cela. En anglais : HELP."
            : "  HELP [<command>]: says this. In French: AIDE.");
    return texts;
  }
}
