package chat.salon.core;

import chat.salon.core.Event.Said;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.NoSuchMessage;
import chat.salon.core.Refusal.TooManySaved;
import chat.salon.core.account.SavedMessages;
import chat.salon.core.account.SavedMessages.Saved;
import chat.salon.core.port.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The messages that people put aside for themselves. Nobody else learns of it, and they read them
/// for as long as they may read them where they were said. Methods wait for the store.
public final class Saving {
  private final Salon salon;
  private final SavedMessages messages;

  public Saving(Salon salon, SavedMessages messages) {
    this.salon = salon;
    this.messages = messages;
  }

  /// A message that was put aside, as it is now.
  public record Kept(Said message, Instant at) {}

  /// Some of them, newest first.
  ///
  /// @param next before which the next ones were put aside; 0 when there are no more
  public record KeptPage(List<Kept> kept, long next) {}

  /// Puts a message aside.
  ///
  /// @return why not; empty when it is
  public Optional<Refusal> save(
      Actor actor, AccountName account, ConversationId<?> where, long message) {
    var said = read(actor, where, message);
    if (said instanceof Refused(var why)) {
      return Optional.of(why);
    }
    if (said(said).isEmpty()) {
      return Optional.of(new NoSuchMessage(Stamps.msgid(message)));
    }
    int most = salon.limits().saved();
    return messages.save(account, where, message, salon.stamps().next(), most)
        ? Optional.empty()
        : Optional.of(new TooManySaved(most));
  }

  /// Puts a message aside no more.
  public void forget(AccountName account, ConversationId<?> where, long message) {
    messages.forget(account, where, message);
  }

  /// Those that somebody may read at this moment.
  ///
  /// @param before see [KeptPage]; [Long#MAX_VALUE] for the newest
  public KeptPage page(Actor actor, AccountName account, long before, int limit) {
    var found = new ArrayList<Kept>();
    long next = before;
    while (true) {
      var some = messages.of(account, next, limit);
      for (var one : some) {
        if (found.size() == limit) {
          return new KeptPage(found, next);
        }
        next = one.saved();
        kept(actor, one).ifPresent(found::add);
      }
      if (some.size() < limit) {
        return new KeptPage(found, 0);
      }
    }
  }

  private Optional<Kept> kept(Actor actor, Saved saved) {
    return said(read(actor, saved.where(), saved.message()))
        .map(said -> new Kept(said, Stamps.time(saved.saved())));
  }

  private Outcome read(Actor actor, ConversationId<?> where, long message) {
    return salon
        .history()
        .read(actor, new Page(where, message - 1, message + 1, 1, true, true, null));
  }

  private static Optional<Said> said(Outcome outcome) {
    return outcome instanceof Done(var events, _)
        ? events.stream()
            .filter(Said.class::isInstance)
            .map(Said.class::cast)
            .filter(said -> !said.aftermath().isRedacted())
            .findFirst()
        : Optional.empty();
  }
}
