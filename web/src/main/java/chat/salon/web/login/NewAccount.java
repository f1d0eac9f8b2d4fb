package chat.salon.web.login;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.Nick;
import chat.salon.core.Refusal.AccountExists;
import chat.salon.core.Refusal.BadAccountName;
import chat.salon.core.Refusal.BadCode;
import chat.salon.core.account.Attempt.Accepted;
import chat.salon.core.account.Attempt.Denied;
import chat.salon.web.Fields;
import chat.salon.web.Problem;
import chat.salon.web.Problems;
import chat.salon.web.Refusals;
import chat.salon.web.WebDoor;
import chat.salon.web.WebSession;
import java.net.InetAddress;

/// Making an account. Waits for a hash and for the store.
public final class NewAccount {
  private NewAccount() {}

  /// How it ended.
  public sealed interface Result {}

  /// There is one more.
  public record Made(Account account) implements Result {}

  /// There is not.
  public record Not(Problem why) implements Result {}

  static Result make(WebSession session, Fields fields) {
    return session.takesPasswords()
        ? make(session.door(), fields, "register", session.client().address())
        : new Not(Problems.insecure());
  }

  /// Makes the account that fields ask for.
  ///
  /// @param key the field with its name
  public static Result make(WebDoor door, Fields fields, String key, InetAddress from) {
    var text = fields.text(key);
    var password = fields.text("password");
    if (fields.optional("confirmation").filter(again -> !again.equals(password)).isPresent()) {
      return new Not(Problems.passwordsDiffer());
    }
    var name = door.salon().nick(text).flatMap(nick -> AccountName.parse(nick.shown()));
    if (name.isEmpty()) {
      return new Not(Refusals.of(new BadAccountName(text)));
    }
    if (door.salon().people().directory().find(Nick.trusted(text)).isPresent()) {
      return new Not(Refusals.of(new AccountExists(text)));
    }
    var shut = door.salon().protection().refusalToRegister(name.get());
    if (shut.isPresent()) {
      return new Not(Refusals.of(shut.get()));
    }
    // Before there is an account: who mistyped the code may register again under the same name.
    if (fields
        .optional("code")
        .filter(code -> !door.firstAdministrator().knows(code))
        .isPresent()) {
      return new Not(Refusals.of(new BadCode()));
    }
    var email = fields.optional("email").orElse(null);
    return switch (Passwords.register(door, name.get(), email, password, from)) {
      case Denied(var why) -> new Not(Refusals.of(why));
      case Accepted(var account) ->
          fields.optional("code").map(code -> claim(door, code, account)).orElse(new Made(account));
    };
  }

  // Of two who hand in the code at once, the second has an account, and is told that it is no more.
  private static Result claim(WebDoor door, String code, Account account) {
    return switch (door.firstAdministrator().claim(code, account)) {
      case Accepted(var administrator) -> new Made(administrator);
      case Denied(var why) -> new Not(Refusals.of(why));
    };
  }
}
