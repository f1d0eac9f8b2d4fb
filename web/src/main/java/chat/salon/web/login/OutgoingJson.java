package chat.salon.web.login;

import chat.salon.core.AccountName;
import chat.salon.core.hook.OutgoingWebhook;
import chat.salon.web.EventFrames;
import chat.salon.web.Json;
import java.net.URI;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// How outgoing webhooks look. Pure.
final class OutgoingJson {
  private OutgoingJson() {}

  /// One, but for its secret. Others than its owner see no more of its address than where it leads:
  /// what follows may be a secret of theirs.
  static ObjectNode of(OutgoingWebhook hook, AccountName reader) {
    var progress = hook.progress();
    return Json.object()
        .put("outgoing_webhook", String.valueOf(hook.id()))
        .put("name", hook.name())
        .put("bot", hook.bot().shown())
        .put("channel", hook.channel().shown())
        .put("url", hook.owner().equals(reader) ? hook.url() : origin(hook.url()))
        .put("word", hook.word())
        .put("mentions", hook.mentionsOnly())
        .put("created", EventFrames.time(hook.created()))
        .put("last", progress.last().name().toLowerCase(Locale.ROOT))
        .put("status", progress.status())
        .put("at", EventFrames.time(progress.at()))
        .put("failures", progress.failures())
        .put("off", progress.isOff());
  }

  private static String origin(String url) {
    var uri = URI.create(url);
    return uri.getScheme() + "://" + uri.getAuthority();
  }
}
