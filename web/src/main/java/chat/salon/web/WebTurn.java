package chat.salon.web;

import chat.salon.core.Account;
import chat.salon.core.Arrivals.Ticket;
import chat.salon.core.ChannelName;
import chat.salon.core.Inbox;
import chat.salon.core.NetworkException;
import chat.salon.core.Nick;
import chat.salon.core.StoreException;
import chat.salon.core.account.Token;
import chat.salon.web.WebSession.Input;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// The turn of one session: takes its frames one after the other, checks what all have in common,
/// runs them, and answers in that order. On the session's virtual thread.
final class WebTurn implements Inbox.Handler<Input> {
  private static final Logger LOG = LoggerFactory.getLogger(WebTurn.class);

  private final WebSession session;
  private final Rate rate = new Rate();
  private @Nullable Ticket ticket;
  private @Nullable String label;

  WebTurn(WebSession session) {
    this.session = session;
  }

  @Override
  public void take(Input input, Ticket its) {
    ticket = its;
    try {
      switch (input) {
        case Input.Heard(var frame, var reply) -> run(frame, reply);
        case Input.Bad(var problem) -> session.tell(problem.json(session.language()));
        case Input.Began(var account, var token) -> begin(new Entering(account, token));
        case Input.Happened() -> session.tellMore();
        case Input.Tied(var now) -> session.tell(now);
        case Input.Ended(var reason) ->
            session.awaiting(() -> {
              session.ended(reason);
              return true;
            });
      }
    } finally {
      its.settled();
    }
  }

  private record Entering(Account account, Token token) {}

  private void begin(Entering entering) {
    session.tell(Welcome.of(session.door(), session.language(), entering.account()));
    var problem = Entrance.enter(session, entering.account(), entering.token());
    problem.ifPresent(why -> session.close(why.text().in(session.language()), false));
  }

  @Override
  public void caughtUp() {}

  @Nullable String label() {
    return label;
  }

  void placed() {
    if (ticket != null) {
      ticket.placed();
    }
  }

  void settled() {
    if (ticket != null) {
      ticket.settled();
      ticket = null; // it has left the order, so there is nothing to wait for any more
    }
  }

  void awaitEffects() {
    if (ticket != null) {
      ticket.awaitEffects();
    }
  }

  private void run(ObjectNode frame, Consumer<Answer> reply) {
    var id = frame.path("id").isString() ? frame.path("id").asString() : null;
    label = id;
    Answer answer;
    try {
      answer = answer(frame);
    } catch (RuntimeException e) {
      answer = Answer.no(fault(frame, e));
    } finally {
      label = null;
    }
    reply.accept(answer);
  }

  private Answer answer(ObjectNode frame) {
    var settings = session.door().settings();
    long wait = rate.take(settings.requestsPerSecond(), settings.requestBurst());
    if (wait > 0) {
      return Answer.no(Problems.tooFast(wait));
    }
    var found = session.door().frames().of(frame);
    if (found.isEmpty()) {
      return Answer.no(Problems.unknownFrame());
    }
    return refusal(found.get().spec(), frame)
        .<Answer>map(Answer::no)
        .orElseGet(() -> found.get().run(session, new Fields(frame)));
  }

  private Optional<Problem> refusal(Spec spec, ObjectNode frame) {
    var wrong = spec.refuse(frame);
    if (wrong.isPresent()) {
      return wrong;
    }
    if (spec.needsAccount() && !session.isLoggedIn()) {
      return Optional.of(Problems.notLoggedIn());
    }
    var user = frame.path("user");
    if (user.isString() && !isOwn(user.asString())) {
      return Optional.of(Problems.notYou(user.asString()));
    }
    var token = session.token();
    return token != null && !token.scopes().contains(spec.scope())
        ? Optional.of(Problems.outOfScope())
        : channelOf(token, frame);
  }

  // A token for one channel is good there and nowhere else.
  private static Optional<Problem> channelOf(@Nullable Token token, ObjectNode frame) {
    if (token == null || token.channel() == null) {
      return Optional.empty();
    }
    var only = token.channel();
    var named = frame.has("join") ? frame.path("join") : frame.path("channel");
    return named.isString() && only.equals(ChannelName.trusted(named.asString()))
        ? Optional.empty()
        : Optional.of(Problems.outOfScope());
  }

  private boolean isOwn(String user) {
    return session.isLoggedIn() && session.person().nick().equals(Nick.trusted(user));
  }

  private Problem fault(ObjectNode frame, RuntimeException e) {
    if (e instanceof NetworkException network) {
      return Refusals.of(network.why());
    }
    var reference = Long.toString(session.id() ^ System.nanoTime(), Character.MAX_RADIX);
    LOG.error("fault={} keys={}", reference, frame.propertyNames(), e);
    var problem = Problems.fault(reference);
    return e instanceof StoreException ? problem.until(5) : problem;
  }
}
