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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// NickServ SET: what an account chooses for its connections, by the names that Ergo gave these
/// settings, its address of e-mail, which nobody else is told, and the language of services.
final class NickServSet implements ServiceCommand {
  private static final String ENGLISH = "en";
  private static final String NAMES =
      Arrays.stream(Choice.values()).map(Choice::title).collect(Collectors.joining("|"));

  @Override
  public Spec spec() {
    return new Spec(
        "SET",
        0,
        "SET ["
            + NAMES
            + " ON|OFF|DEFAULT | EMAIL <address>|NONE | LANGUAGE en|fr]: tells or says what holds"
            + " for you and your connections.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var own = session.accountName();
    if (own == null) {
      return voice.says(Numerics.text(new NotLoggedIn()));
    }
    if (words.isEmpty()) {
      return voice.says(all(session, own));
    }
    switch (words.getFirst().toUpperCase(Locale.ROOT)) {
      case "EMAIL" -> {
        return words.size() == 2
            ? email(session, voice, own, words.getLast())
            : voice.says("That is not clear: " + spec().help());
      }
      case "LANGUAGE" -> {
        return words.size() == 2
            ? language(session, voice, own, words.getLast())
            : voice.says("That is not clear: " + spec().help());
      }
      default -> {}
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

  private static List<String> all(IrcSession session, AccountName own) {
    var texts = new ArrayList<String>();
    for (var choice : Choice.values()) {
      texts.add(told(session, own, choice));
    }
    ServiceDesk.account(session)
        .ifPresent(account -> {
          texts.add("email: " + (account.email() == null ? "none" : account.email()));
          texts.add("language: " + (account.language() == null ? ENGLISH : account.language()));
        });
    return texts;
  }

  private static Reply email(IrcSession session, Voice voice, AccountName own, String given) {
    var email = given.equalsIgnoreCase("NONE") ? null : given;
    var refusal = session.apart(() -> session.door().logins().setEmail(own, email));
    return refusal
        .map(why -> voice.says(Numerics.text(why)))
        .orElseGet(() -> voice.says("email: " + (email == null ? "none" : email)));
  }

  private static Reply language(IrcSession session, Voice voice, AccountName own, String given) {
    var tag = given.toLowerCase(Locale.ROOT);
    if (!tag.equals(ENGLISH) && !tag.equals(ServiceDesk.FRENCH)) {
      return voice.says("I speak en and fr. Je parle en et fr.");
    }
    session.apart(() -> {
      session.door().logins().setLanguage(own, tag);
      return true;
    });
    return voice.says(tag.equals(ENGLISH) ? "I speak English to you" : "Je vous parle en français");
  }

  private static String told(IrcSession session, AccountName own, Choice choice) {
    var bouncer = session.door().bouncer();
    var wish = session.apart(() -> bouncer.wish(own, choice));
    boolean holds = session.apart(() -> bouncer.holds(own, choice));
    return "%s: %s (now %s)"
        .formatted(choice.title(), wish.name().toLowerCase(Locale.ROOT), holds ? "on" : "off");
  }
}
