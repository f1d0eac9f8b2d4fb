package chat.salon.web.channel;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.Refusal.NoJoinRequest;
import chat.salon.web.Answer;
import chat.salon.web.Fields;
import chat.salon.web.WebSession;
import java.util.function.BiFunction;

/// Who asks to come into which channel, as frames name them.
final class Asker {
  private Asker() {}

  /// Goes on with them.
  ///
  /// @param key the field with the name of who asks
  static Answer find(
      WebSession session,
      Fields fields,
      String key,
      BiFunction<ChannelName, AccountName, Answer> then) {
    var who = fields.text(key);
    return session.channel(
        fields.text("channel"),
        channel ->
            session
                .salon()
                .people()
                .account(who)
                .map(asker -> then.apply(channel, asker))
                .orElseGet(() -> Answer.no(new NoJoinRequest(channel, who))));
  }
}
