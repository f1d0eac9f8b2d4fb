package chat.salon.irc.service;

import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.protect.Decree;
import chat.salon.core.protect.Privilege;
import chat.salon.core.protect.ServerBan;
import chat.salon.core.protect.ServerBan.Kind;
import chat.salon.core.protect.ServerBan.Target;
import chat.salon.core.request.PutAllOut;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import chat.salon.irc.Words;
import java.util.List;
import java.util.Optional;

/// NickServ FORBID: names that nobody is to have. Guests who are called so are renamed, and
/// channels of such a name are emptied; accounts that there are keep theirs until they are dropped.
final class NickServForbid implements ServiceCommand {
  private static final int GUESTS = 100_000;

  @Override
  public Spec spec() {
    return new Spec(
            "FORBID",
            1,
            "FORBID <nick or channel, with * and ?> [<duration>] [<reason>] | LIST: lets nobody use"
                + " or register such names.")
        .needs(Privilege.BAN);
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    if (words.size() == 1 && words.getFirst().equalsIgnoreCase("LIST")) {
      return BannedNames.list(session, voice, Kind.OF_NAMES, "No name is forbidden");
    }
    return ServerBan.names(words.getFirst())
        .map(target -> forbid(session, voice, target, words))
        .orElseGet(() -> voice.says(unclear(words.getFirst())));
  }

  static String unclear(String given) {
    return Words.named(given) + " is no pattern of names: write a nick or a channel, with * and ?";
  }

  private static Reply forbid(IrcSession session, Voice voice, Target target, List<String> words) {
    var reply =
        BannedNames.put(
            session, voice, target, words.subList(1, words.size()), "forbid", "is forbidden");
    if (target.kind() == Kind.NICK) {
      renameGuests(session);
    } else {
      emptyChannels(session);
    }
    return reply;
  }

  private static void renameGuests(IrcSession session) {
    var protection = session.salon().protection();
    for (var person : session.salon().people().directory().everybody()) {
      if (person.account() == null
          && !person.standing().oper()
          && protection.forbidden(person.nick()).isPresent()) {
        guest(session, person)
            .ifPresent(nick ->
                session.awaiting(() -> {
                  protection.decree(new Decree.Rename(person.id(), nick));
                  return true;
                }));
      }
    }
  }

  private static Optional<Nick> guest(IrcSession session, Person person) {
    for (long i = 0; i < 20; i++) {
      var nick = Nick.trusted("Guest" + (person.id().value() + i) % GUESTS);
      if (session.salon().people().directory().find(nick).isEmpty()) {
        return Optional.of(nick);
      }
    }
    return Optional.empty();
  }

  private static void emptyChannels(IrcSession session) {
    for (var name : session.salon().forbiddenChannels()) {
      var _ = session.ask(name, new PutAllOut("This channel is forbidden"));
    }
  }
}
