package chat.salon.web.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.AccountName;
import chat.salon.core.account.Attempt;
import chat.salon.web.WebDoor;
import chat.salon.web.WebSession;
import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Passwords on their way to the one place that checks them, and wiped behind it. Waits for a hash.
public final class Passwords {
  private Passwords() {}

  /// Checks one.
  public static Attempt logIn(WebDoor door, String login, String typed, InetAddress from) {
    var password = typed.getBytes(UTF_8);
    try {
      return door.logins().logIn(login, password, from);
    } finally {
      Arrays.fill(password, (byte) 0);
    }
  }

  /// Makes an account with one.
  static Attempt register(
      WebDoor door, AccountName name, @Nullable String email, String typed, InetAddress from) {
    var password = typed.getBytes(UTF_8);
    try {
      return door.logins().register(name, email, password, from);
    } finally {
      Arrays.fill(password, (byte) 0);
    }
  }

  /// Puts another in the place of one.
  static Attempt change(WebSession session, String current, String wanted) {
    var old = current.getBytes(UTF_8);
    var fresh = wanted.getBytes(UTF_8);
    try {
      return session
          .door()
          .logins()
          .changePassword(session.account().name(), old, fresh, session.client().address());
    } finally {
      Arrays.fill(old, (byte) 0);
      Arrays.fill(fresh, (byte) 0);
    }
  }
}
