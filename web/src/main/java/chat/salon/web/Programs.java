package chat.salon.web;

import chat.salon.core.Account;
import chat.salon.core.account.Token;
import chat.salon.web.WebSession.Client;
import chat.salon.web.WebSession.Input;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The sessions of those who ask by HTTP: one for each token, which stays for a while after its
/// last request, so that a program that asks again and again does not come and go. Any thread.
public final class Programs {
  private static final int PATIENCE_SECONDS = 30;

  private final WebDoor door;
  private final Map<Long, Present> present = new ConcurrentHashMap<>();

  private record Present(WebSession session, long used) {}

  Programs(WebDoor door) {
    this.door = door;
  }

  /// Has a frame run for somebody.
  ///
  /// @return its answer, as a WebSocket would have it
  public CompletableFuture<Answer> ask(
      Account account, Token token, Client client, ObjectNode frame) {
    var answer = new CompletableFuture<Answer>();
    var here = present.compute(token.id(), (_, old) -> used(old, account, token, client));
    here.session().language(client.language());
    here.session().hear(new Input.Heard(frame, answer::complete));
    return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private Present used(@Nullable Present old, Account account, Token token, Client client) {
    if (old != null && !old.session().isEnding()) {
      return new Present(old.session(), System.nanoTime());
    }
    var session = new WebSession(door, Peer.NOBODY, client);
    session.hear(new Input.Began(account, token));
    return new Present(session, System.nanoTime());
  }

  /// Ends those that have not been used for long. To be called every second.
  void sweep() {
    long now = System.nanoTime();
    long most = TimeUnit.SECONDS.toNanos(door.settings().lingerSeconds());
    present.forEach((id, one) -> {
      if (now - one.used() > most && present.remove(id, one)) {
        one.session().close("Done");
      }
    });
  }
}
