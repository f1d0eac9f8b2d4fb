package chat.salon.web;

import chat.salon.core.AccountName;
import chat.salon.core.account.Token;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The sessions of the door that have begun and not ended. Any thread.
public final class Live {
  private final Set<WebSession> sessions = new HashSet<>();

  synchronized void began(WebSession session) {
    sessions.add(session);
  }

  synchronized void ended(WebSession session) {
    sessions.remove(session);
    notifyAll();
  }

  /// All of them, in no order.
  public synchronized List<WebSession> all() {
    return List.copyOf(sessions);
  }

  /// Tells all of them what has changed of those whom they watch.
  void watch() {
    all().forEach(session -> session.watched().sweep());
  }

  /// How many there are.
  public synchronized int size() {
    return sessions.size();
  }

  /// How many an account has.
  int of(AccountName account) {
    return (int) all().stream().filter(session -> account.equals(session.accountName())).count();
  }

  /// A token was ended, and with it the sessions that it began.
  void ended(Token token) {
    close(session -> holds(session.token(), token), "Logged out");
  }

  private static boolean holds(@Nullable Token its, Token ended) {
    return its != null && its.id() == ended.id();
  }

  /// Closes some of them.
  void close(Predicate<WebSession> which, String reason) {
    all().stream().filter(which).forEach(session -> session.close(reason, false));
  }

  /// Waits until all have ended.
  ///
  /// @return whether they have, within the bound
  synchronized boolean awaitNone(Duration most) throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    while (!sessions.isEmpty()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      wait(1 + left / 1_000_000);
    }
    return true;
  }
}
