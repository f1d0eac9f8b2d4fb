package chat.salon.irc.query;

import chat.salon.core.push.PushSubscription;
import chat.salon.core.push.PushSubscription.Form;
import chat.salon.core.push.Pushing.Fault;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;
import chat.salon.wire.Tags;
import java.util.Locale;
import java.util.Objects;

/// WEBPUSH: has a device told what is for the account while nobody looks (IRCv3 draft/webpush). Who
/// registers one asks for the messages themselves: they are what a push is.
final class WebPushCommand implements Command {
  private static final String REGISTER = "REGISTER";
  private static final String UNREGISTER = "UNREGISTER";

  @Override
  public Spec spec() {
    return new Spec(
            "WEBPUSH",
            0,
            "WEBPUSH REGISTER <endpoint> <keys>, UNREGISTER <endpoint>: has a device told what is for"
                + " you, or not any more.")
        .from("IRCv3 draft/webpush");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var deed = line.size() == 0 ? "*" : line.param(0).toUpperCase(Locale.ROOT);
    boolean isRegister = deed.equals(REGISTER);
    if (!isRegister && !deed.equals(UNREGISTER)) {
      return fail(session, "INVALID_PARAMS", "*", "*", "The subcommands are REGISTER, UNREGISTER");
    }
    if (line.size() != (isRegister ? 3 : 2)) {
      return fail(
          session,
          "INVALID_PARAMS",
          deed,
          "*",
          isRegister ? "REGISTER takes an endpoint and its keys" : "UNREGISTER takes an endpoint");
    }
    var endpoint = line.param(1);
    var account = session.accountName();
    if (account == null) {
      return fail(
          session, "ACCOUNT_REQUIRED", deed, Line.word(endpoint), "Log in to an account first");
    }
    var pushing = session.door().pushing();
    if (!isRegister) {
      session.apart(() -> {
        pushing.unsubscribe(account, endpoint);
        return true;
      });
      return done(session, UNREGISTER, endpoint);
    }
    var keys = Tags.parse(line.param(2));
    var device =
        new PushSubscription(
            account,
            session.tokenId(),
            Form.IRC,
            endpoint,
            Objects.requireNonNullElse(keys.get("p256dh"), ""),
            Objects.requireNonNullElse(keys.get("auth"), ""),
            true);
    return session
        .apart(() -> pushing.subscribe(device))
        .map(fault -> refused(session, fault, endpoint, pushing.most()))
        .orElseGet(() -> done(session, REGISTER, endpoint));
  }

  private static Reply done(IrcSession session, String deed, String endpoint) {
    return Reply.of(Line.of(session.serverName(), "WEBPUSH", deed, endpoint));
  }

  private static Reply refused(IrcSession session, Fault fault, String endpoint, int most) {
    var where = Line.word(endpoint);
    return switch (fault) {
      case ENDPOINT ->
          fail(
              session,
              "INVALID_PARAMS",
              REGISTER,
              where,
              "The endpoint must be the https address of a push service");
      case KEYS ->
          fail(
              session,
              "INVALID_PARAMS",
              REGISTER,
              where,
              "The keys must be p256dh and auth, in base64url");
      case TOO_MANY ->
          fail(
              session,
              "MAX_REGISTRATIONS",
              REGISTER,
              where,
              "You have " + most + " devices already: unregister one of them");
      case UNKNOWN, NOT_TAKEN ->
          fail(session, "INTERNAL_ERROR", REGISTER, where, "Try again in a moment");
    };
  }

  private static Reply fail(
      IrcSession session, String code, String deed, String endpoint, String text) {
    return Reply.of(session.fail(code, deed, endpoint, text));
  }
}
