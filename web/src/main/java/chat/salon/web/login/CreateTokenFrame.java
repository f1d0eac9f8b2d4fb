package chat.salon.web.login;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.account.Token.Kind;
import chat.salon.core.account.Token.Scope;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Problems;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a token for a program. It is shown once.
final class CreateTokenFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(
        Field.line("create_token").atMost(100),
        Field.of("scopes", Shape.LINES).optional(),
        Field.line("channel").optional(),
        Field.of("days", Shape.NUMBER).optional(),
        Field.line("bot").optional().atMost(256));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var scopes = EnumSet.noneOf(Scope.class);
    for (var word : fields.texts("scopes")) {
      switch (word) {
        case "read" -> scopes.add(Scope.READ);
        case "write" -> scopes.add(Scope.WRITE);
        default -> {
          return Answer.no(
              Problems.badFrame(
                  "scopes", "« scopes » a read et write.", "\"scopes\" has read and write."));
        }
      }
    }
    if (Logged.isProgram(session)) {
      return Answer.no(Problems.outOfScope()); // a token never makes another
    }
    return OwnBot.orSelf(session, fields, account -> make(session, fields, scopes, account));
  }

  private static Answer make(
      WebSession session, Fields fields, Set<Scope> scopes, AccountName account) {
    var channel = fields.optional("channel");
    return channel.isEmpty()
        ? make(session, fields, scopes, account, null)
        : session.channel(channel.get(), name -> make(session, fields, scopes, account, name));
  }

  private static Answer make(
      WebSession session,
      Fields fields,
      Set<Scope> scopes,
      AccountName account,
      @Nullable ChannelName channel) {
    var days = Duration.ofDays(Math.max(1, fields.number("days", 90)));
    var issued =
        session.apart(() ->
            session
                .door()
                .access()
                .make(
                    Kind.PROGRAM,
                    account,
                    fields.text("create_token"),
                    scopes.isEmpty() ? Set.of(Scope.READ) : scopes,
                    channel,
                    days,
                    session.address()));
    return issued
        .map(one -> Answer.ok(Logged.token(one.token()).put("token", one.secret())))
        .orElseGet(() -> Answer.no(Logged.tooMany(session)));
  }
}
