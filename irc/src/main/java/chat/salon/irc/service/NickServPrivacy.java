package chat.salon.irc.service;

import chat.salon.core.AccountName;
import chat.salon.core.Refusal.NotLoggedIn;
import chat.salon.core.SlashCommand;
import chat.salon.core.account.Privacy;
import chat.salon.core.account.Privacy.Circle;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// NickServ PRIVACY: who may write, add, and see.
final class NickServPrivacy implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("PRIVACY", 0, Slash.helpAnywhere(SlashCommand.PRIVACY));
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var own = session.accountName();
    if (own == null) {
      return voice.says(Numerics.text(new NotLoggedIn()));
    }
    var before = session.apart(() -> session.salon().friends().privacy(own));
    if (words.isEmpty()) {
      return voice.says(told(before));
    }
    return changed(before, words)
        .map(privacy -> set(session, voice, own, privacy))
        .orElseGet(() -> voice.says("That is not clear: " + spec().help()));
  }

  private static Reply set(IrcSession session, Voice voice, AccountName own, Privacy privacy) {
    session.awaiting(() -> {
      session.salon().friends().setPrivacy(own, privacy);
      return true;
    });
    return voice.says(told(privacy));
  }

  private static Optional<Privacy> changed(Privacy before, List<String> words) {
    var circle = words.size() == 2 ? circle(words.getLast()) : Optional.<Circle>empty();
    return circle.flatMap(to ->
        switch (words.getFirst().toLowerCase(Locale.ROOT)) {
          case "write" -> Optional.of(new Privacy(to, before.add(), before.see()));
          case "add" -> Optional.of(new Privacy(before.write(), to, before.see()));
          case "see" -> Optional.of(new Privacy(before.write(), before.add(), to));
          default -> Optional.empty();
        });
  }

  private static Optional<Circle> circle(String word) {
    return Arrays.stream(Circle.values())
        .filter(one -> one.name().equalsIgnoreCase(word))
        .findFirst();
  }

  private static String told(Privacy privacy) {
    return "Who may write: %s; add: %s; see you online: %s"
        .formatted(privacy.write(), privacy.add(), privacy.see())
        .toLowerCase(Locale.ROOT);
  }
}
