package chat.salon.core;

import chat.salon.core.Event.Reacted;
import chat.salon.core.Event.Said;
import chat.salon.core.port.ActivityInbox;
import chat.salon.core.port.Batch;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Tells the sessions of people that something concerns them. What conversations store comes in
/// here and waits apart from their turns; what is lost on the way is there when somebody looks. Any
/// thread.
public final class ActivityTeller implements Consumer<Batch>, AutoCloseable {
  private static final long IDLE_SECONDS = 30;

  private final Salon salon;
  private final ActivityInbox inbox;
  private final Set<News> waiting = ConcurrentHashMap.newKeySet();
  private final ThreadPoolExecutor thread;

  /// Whom something concerns.
  private sealed interface News {
    /// Somebody who is known.
    record To(AccountName account) implements News {}

    /// Whoever said this.
    record ToAuthor(ConversationId<?> where, long message) implements News {}
  }

  public ActivityTeller(Salon salon, ActivityInbox inbox) {
    this.salon = salon;
    this.inbox = inbox;
    // Disks are waited for: not on virtual threads, whose carriers it would hold.
    thread =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), // as long as what waits
            Thread.ofPlatform().name("activity ", 0).daemon().factory());
    thread.allowCoreThreadTimeOut(true);
  }

  /// Takes up whom a batch concerns. Neither waits nor throws.
  @Override
  public void accept(Batch batch) {
    for (var mention : batch.mentions()) {
      mention.accounts().forEach(account -> add(new News.To(account)));
      mention.former().forEach(account -> add(new News.To(account)));
    }
    for (var event : batch.events()) {
      if (event instanceof Reacted reacted) {
        add(new News.ToAuthor(batch.where(), reacted.about().id()));
      } else if (event instanceof Said said && said.least() == null && !said.tags().isEmpty()) {
        said.replyTo().ifPresent(answered -> add(new News.ToAuthor(batch.where(), answered)));
      }
    }
  }

  private void add(News news) {
    if (waiting.size() < salon.limits().activityQueue() && waiting.add(news)) {
      try {
        thread.execute(() -> tell(news));
      } catch (RejectedExecutionException _) {
        waiting.remove(news); // the server stops
      }
    }
  }

  private void tell(News news) {
    waiting.remove(news); // what comes from here on is told anew
    try {
      account(news).ifPresent(account -> salon.reading().tellOfActivity(account, null));
    } catch (StoreException _) {
      // it is there when they look
    }
  }

  private Optional<AccountName> account(News news) {
    return switch (news) {
      case News.To(var account) -> Optional.of(account);
      case News.ToAuthor(var where, var message) -> inbox.author(where, message);
    };
  }

  /// What waits is given up; what is being told may come to its end.
  @Override
  public void close() {
    thread.getQueue().clear();
    thread.shutdown();
    try {
      var _ = thread.awaitTermination(IDLE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
