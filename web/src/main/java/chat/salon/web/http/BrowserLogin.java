package chat.salon.web.http;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.Nick;
import chat.salon.core.Refusal.AccountExists;
import chat.salon.core.Refusal.BadAccountName;
import chat.salon.core.account.Attempt.Accepted;
import chat.salon.core.account.Attempt.Denied;
import chat.salon.core.account.Token.Kind;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Language;
import chat.salon.web.Problems;
import chat.salon.web.Refusals;
import chat.salon.web.Sockets.Known;
import chat.salon.web.WebDoor;
import chat.salon.web.Welcome;
import chat.salon.web.login.NewAccount;
import chat.salon.web.login.Passwords;
import java.util.List;
import java.util.Optional;

/// What HTTP has for browsers that log in: accounts, and the sessions that are their cookies.
final class BrowserLogin {
  private BrowserLogin() {}

  static Reply server(Call call) {
    var welcome = Welcome.of(call.door(), call.client().language(), null);
    welcome.remove(List.of("user", "account", "role"));
    var people = call.door().salon().people().directory().census();
    welcome.put("online", people.people() - people.invisible());
    welcome.put("irc_tls_port", call.door().about().ircPort());
    return Reply.of(200, welcome);
  }

  /// Whether a name can be had. That of an account is known to be one at every door: WHOIS tells.
  static Reply name(Call call) {
    var door = call.door();
    var text = call.param("login");
    var answer = Json.object();
    var name = door.salon().nick(text).flatMap(nick -> AccountName.parse(nick.shown()));
    if (name.isEmpty()) {
      var why = Refusals.of(new BadAccountName(text)).json(call.client().language());
      answer.put("available", false).putNull("suggestion").setAll(why);
      return Reply.of(200, answer);
    }
    boolean isFree = isFree(door, name.get());
    answer.put("available", isFree);
    if (isFree) {
      answer.putNull("suggestion");
    } else {
      answer
          .put("suggestion", suggestion(door, name.get()).orElse(null))
          .setAll(Refusals.of(new AccountExists(text)).json(call.client().language()));
    }
    return Reply.of(200, answer);
  }

  private static boolean isFree(WebDoor door, AccountName name) {
    return door.logins().account(name).isEmpty()
        && door.salon().people().directory().find(Nick.trusted(name.shown())).isEmpty();
  }

  private static Optional<String> suggestion(WebDoor door, AccountName name) {
    for (int i = 2; i < 10; i++) {
      var other = door.salon().nick(name.shown() + i);
      if (other.isPresent() && isFree(door, AccountName.trusted(other.get().shown()))) {
        return Optional.of(other.get().shown());
      }
    }
    return Optional.empty();
  }

  static Reply register(Call call) {
    if (isInsecure(call)) {
      return Reply.of(Problems.insecure(), call.client().language());
    }
    var fields = new Fields(call.body());
    var language = Language.of(fields.optional("language").orElse(call.client().language().tag()));
    return switch (NewAccount.make(call.door(), fields, "login", call.client().address())) {
      case NewAccount.Made(var account) -> begin(call, account, 201);
      case NewAccount.Not(var why) -> Reply.of(why, language);
    };
  }

  static Reply logIn(Call call) {
    if (isInsecure(call)) {
      return Reply.of(Problems.insecure(), call.client().language());
    }
    var fields = new Fields(call.body());
    var attempt =
        Passwords.logIn(
            call.door(), fields.text("login"), fields.text("password"), call.client().address());
    return switch (attempt) {
      case Accepted(var account) -> begin(call, account, 200);
      case Denied(var why) -> Reply.of(Refusals.of(why), call.client().language());
    };
  }

  private static boolean isInsecure(Call call) {
    return !call.client().isSecure() && !call.door().settings().plainPasswords();
  }

  // A new secret at each login: one that was planted before is worth nothing (security S2).
  private static Reply begin(Call call, Account account, int status) {
    call.known().ifPresent(known -> end(call, known));
    var client = call.client();
    var issued =
        call.door()
            .access()
            .logIn(account.name(), client.agent(), client.address().getHostAddress());
    long seconds = call.door().settings().sessionAbsolute().toSeconds();
    return Reply.of(status, Welcome.who(Json.object(), account))
        .with(Credential.cookie(issued.secret(), seconds));
  }

  static Reply session(Call call) {
    return call.known()
        .map(known ->
            known
                .account()
                .refusal(call.door().salon().stamps().now())
                .map(why -> Reply.of(Refusals.of(why), call.client().language()))
                .orElseGet(() -> Reply.of(200, Welcome.who(Json.object(), known.account()))))
        .orElseGet(() -> Reply.of(Problems.notLoggedIn(), call.client().language()));
  }

  static Reply logOut(Call call) {
    call.known().ifPresent(known -> end(call, known));
    return Reply.of(204, Json.object()).with(Credential.cookie("", 0));
  }

  private static void end(Call call, Known known) {
    if (known.token().kind() == Kind.BROWSER) {
      call.door().access().end(known.account().name(), known.token().id());
    }
  }
}
