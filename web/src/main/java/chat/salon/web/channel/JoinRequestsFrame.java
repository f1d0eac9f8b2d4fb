package chat.salon.web.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.JoinRequest;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.request.Action;
import chat.salon.core.request.Rights;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.EventFrames;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Tells who asks to come into a channel, or into any that one may answer for.
final class JoinRequestsFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(Field.line("join_requests"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var channel = fields.text("join_requests");
    return channel.isEmpty()
        ? told(session, own(session))
        : session.channel(channel, name -> of(session, name));
  }

  private static List<ChannelState> own(WebSession session) {
    session.upToDate();
    var actor = session.actor();
    return session.presence().channels().stream()
        .sorted()
        .flatMap(name -> session.salon().look(actor, name).stream())
        .filter(channel -> Rights.refusal(actor, new Action.Answer(), channel).isEmpty())
        .toList();
  }

  private static Answer of(WebSession session, ChannelName name) {
    return session
        .look(name)
        .map(channel ->
            Rights.refusal(session.actor(), new Action.Answer(), channel)
                .map(Answer::no)
                .orElseGet(() -> told(session, List.of(channel))))
        .orElseGet(() -> Answer.no(new NoSuchChannel(name.shown())));
  }

  private static Answer told(WebSession session, List<ChannelState> channels) {
    var askers =
        Accounts.shown(
            session,
            channels.stream()
                .flatMap(channel -> channel.requests().stream())
                .map(JoinRequest::asker)
                .toList());
    var requests = new ArrayList<ObjectNode>();
    for (var channel : channels) {
      for (var request : channel.requests()) {
        var asker = askers.get(request.asker());
        if (asker != null) {
          requests.add(request(channel, request, asker.deepCopy()));
        }
      }
    }
    var answer = Json.object();
    answer.set("requests", Json.array(requests));
    return Answer.ok(answer);
  }

  private static ObjectNode request(ChannelState channel, JoinRequest request, ObjectNode asker) {
    asker.retain(List.of("user", "account", "display_name", "status"));
    return asker
        .put("channel", channel.name().shown())
        .put("message", request.message())
        .put("time", EventFrames.time(request.asked()));
  }
}
