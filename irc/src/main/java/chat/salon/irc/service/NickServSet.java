package chat.salon.irc.service;

import chat.salon.core.AccountName;
import chat.salon.core.Refusal.NotLoggedIn;
import chat.salon.core.bouncer.Choice;
import chat.salon.core.bouncer.Wish;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import chat.salon.irc.login.PersistenceCommand;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// NickServ SET: what an account chooses for its connections, by the names that Ergo gave these
/// settings.
final class NickServSet implements ServiceCommand {
  private static final String NAMES =
      Arrays.stream(Choice.values()).map(Choice::title).collect(Collectors.joining("|"));

  @Override
  public Spec spec() {
    return new Spec(
        "SET",
        0,
        "SET [" + NAMES + " ON|OFF|DEFAULT]: tells or says what holds for your connections.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var own = session.accountName();
    if (own == null) {
      return voice.says(Numerics.text(new NotLoggedIn()));
    }
    if (words.isEmpty()) {
      return voice.says(
          Arrays.stream(Choice.values()).map(choice -> told(session, own, choice)).toList());
    }
    var choice = Choice.of(words.getFirst());
    var wish = words.size() == 2 ? Wish.of(words.getLast()) : Optional.<Wish>empty();
    if (choice.isEmpty() || wish.isEmpty()) {
      return voice.says("That is not clear: " + spec().help());
    }
    if (choice.get() == Choice.ALWAYS_ON) {
      PersistenceCommand.choose(session, own, wish.get());
    } else {
      session.awaiting(() -> {
        session.door().bouncer().choose(session.presence(), session, own, choice.get(), wish.get());
        return true;
      });
    }
    return voice.says(told(session, own, choice.get()));
  }

  private static String told(IrcSession session, AccountName own, Choice choice) {
    var bouncer = session.door().bouncer();
    var wish = session.apart(() -> bouncer.wish(own, choice));
    boolean holds = session.apart(() -> bouncer.holds(own, choice));
    return "%s: %s (now %s)"
        .formatted(choice.title(), wish.name().toLowerCase(Locale.ROOT), holds ? "on" : "off");
  }
}
