package chat.salon.web.hook;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.HangUp;
import chat.salon.core.account.Token;
import chat.salon.core.account.Token.Kind;
import chat.salon.core.account.Token.Scope;
import chat.salon.web.Answer;
import chat.salon.web.Json;
import chat.salon.web.Language;
import chat.salon.web.Problems;
import chat.salon.web.WebDoor;
import chat.salon.web.WebSession.Client;
import java.net.InetAddress;
import java.time.Instant;
import java.util.EnumSet;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What bots do because of their webhooks: each by a session of its own, which nothing but this
/// server has the token of. Waits for the answers.
public final class Voice {
  private static final Client NOBODY =
      new Client(InetAddress.getLoopbackAddress(), true, "webhook", Language.FRENCH, false);

  private final WebDoor door;

  public Voice(WebDoor door) {
    this.door = door;
  }

  /// A bot comes into a channel, if it is not there.
  public Answer join(AccountName bot, ChannelName channel) {
    return ask(bot, Json.object().put("join", channel.shown()));
  }

  /// A bot says something in a channel that it is in.
  ///
  /// @param key by which it is said once, however often it is asked for; null for none
  public Answer say(AccountName bot, ChannelName channel, String text, @Nullable String key) {
    var frame =
        Json.object()
            .put("channel_message", text)
            .put("channel", channel.shown())
            .put("notice", true);
    return join(bot, channel) instanceof Answer.No no
        ? no
        : ask(bot, key == null ? frame : frame.put("id", key));
  }

  /// A bot tells somebody something.
  Answer tell(AccountName bot, AccountName whom, String text) {
    return ask(bot, Json.object().put("private_message", text).put("other_user", whom.shown()));
  }

  /// Ends the session by which a bot speaks.
  public static HangUp hangUp(Account bot) {
    return new HangUp.OfToken(number(bot));
  }

  private Answer ask(AccountName bot, ObjectNode frame) {
    try {
      var account = door.logins().account(bot);
      return account.isEmpty()
          ? Answer.no(Problems.notFound())
          : door.programs().ask(account.get(), token(account.get()), NOBODY, frame).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a bot cannot speak", e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Answer.no(Problems.notFound());
    }
  }

  // Far above those on disk.
  private static long number(Account bot) {
    return Long.MAX_VALUE - bot.id();
  }

  private static Token token(Account bot) {
    return new Token(
        number(bot),
        bot.name(),
        Kind.WEBHOOK,
        "webhook",
        EnumSet.allOf(Scope.class),
        null,
        Instant.EPOCH,
        Instant.EPOCH,
        Instant.MAX,
        NOBODY.address().getHostAddress());
  }
}
