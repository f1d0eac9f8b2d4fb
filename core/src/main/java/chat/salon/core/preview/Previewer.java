package chat.salon.core.preview;

import chat.salon.core.Actor;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Event.Edited;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Flag;
import chat.salon.core.Links;
import chat.salon.core.Pair;
import chat.salon.core.Preview;
import chat.salon.core.Salon;
import chat.salon.core.StoreException;
import chat.salon.core.port.Batch;
import chat.salon.core.request.ShowPreviews;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/// Has the pages fetched that messages link to, after these are stored and shown, and asks the
/// owner of the conversation to show what was found. What conversations of this node store comes in
/// here and waits in a bounded queue, apart from their turns; what waits is lost with the server.
/// Any thread.
public final class Previewer implements Consumer<Batch>, AutoCloseable {
  private static final long IDLE_SECONDS = 30;

  private final Salon salon;
  private final Pages pages;
  private final PreviewCache cache;
  private final PreviewSettings settings;
  private final InstantSource clock;
  private final Minutes minutes;
  private final ThreadPoolExecutor threads;
  private final Map<String, Object> underWay = new ConcurrentHashMap<>();
  private final LongAdder fetched = new LongAdder();
  private final LongAdder dropped = new LongAdder();

  public Previewer(
      Salon salon, Pages pages, PreviewCache cache, PreviewSettings settings, InstantSource clock) {
    this.salon = salon;
    this.pages = pages;
    this.cache = cache;
    this.settings = settings;
    this.clock = clock;
    minutes = new Minutes(settings.perMinute());
    // Names are looked up and disks waited for: not on virtual threads, whose carriers it would
    // hold.
    threads =
        new ThreadPoolExecutor(
            settings.parallel(),
            settings.parallel(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(settings.queue()),
            Thread.ofPlatform().name("previews ", 0).daemon().factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /// Pages that were asked for since the start.
  public long fetched() {
    return fetched.sum();
  }

  /// Messages whose links were not looked at since the start: the queue was full, or the disk did
  /// not answer.
  public long dropped() {
    return dropped.sum();
  }

  /// Takes up the links of what was said. Neither waits nor throws.
  @Override
  public void accept(Batch batch) {
    if (!settings.enabled() || (batch.where() instanceof Pair && !settings.privately())) {
      return;
    }
    for (var event : batch.events()) {
      if (hasLinks(event)) {
        later(batch.where(), event);
      }
    }
  }

  private static boolean hasLinks(Event event) {
    return switch (event) {
      case Said said ->
          said.form() != Form.TAGS
              && said.least() == null
              && said.isKept()
              && !Links.of(said.text()).isEmpty();
      case Edited edited -> edited.about().least() == null && !Links.of(edited.text()).isEmpty();
      default -> false;
    };
  }

  private void later(ConversationId<?> where, Event event) {
    try {
      threads.execute(() -> work(where, event));
    } catch (RejectedExecutionException _) {
      dropped.increment();
    }
  }

  private void work(ConversationId<?> where, Event event) {
    try {
      if (event instanceof Said said) {
        show(where, said.stamp().id(), Pair.party(said.by()), said.text());
      } else if (event instanceof Edited edited) {
        show(where, edited.about().id(), Pair.party(edited.by()), edited.text());
      }
    } catch (StoreException _) {
      dropped.increment();
    }
  }

  private void show(ConversationId<?> where, long message, String party, String text) {
    if (!isOpen(where)) {
      return;
    }
    var found =
        Links.of(text).stream()
            .limit(settings.perMessage())
            .flatMap(link -> preview(link, party).stream())
            .toList();
    if (!found.isEmpty()) {
      var _ = salon.ask(where, new ShowPreviews(message, found));
    }
  }

  // A secret channel is none to the server, either.
  private boolean isOpen(ConversationId<?> where) {
    return settings.privately()
        || (where instanceof ChannelName name
            && !name.isGroup()
            && salon
                .look(Actor.SERVER, name)
                .filter(channel -> !channel.has(Flag.INVITE_ONLY) && channel.key().isEmpty())
                .isPresent());
  }

  // Whoever asks for the same page at the same time waits for the first, and finds what it found.
  private Optional<Preview> preview(String link, String party) {
    synchronized (underWay.computeIfAbsent(link, _ -> new Object())) {
      try {
        var known = cache.find(link).filter(this::isFresh);
        var preview = known.isPresent() ? known.get().preview() : fetched(link, party);
        return preview.map(
            page -> new Preview(link, page.site(), page.title(), page.description()));
      } finally {
        underWay.remove(link);
      }
    }
  }

  private boolean isFresh(PreviewCache.Known known) {
    int hours = known.preview().isPresent() ? settings.cacheHours() : settings.retryHours();
    return known.at().plus(Duration.ofHours(hours)).isAfter(clock.instant());
  }

  private Optional<Preview> fetched(String link, String party) {
    if (!minutes.mayNow(party, clock.instant())) {
      return Optional.empty();
    }
    fetched.increment();
    var page = pages.read(link);
    if (!threads.isShutdown()) { // what is given up says nothing of the page
      cache.put(link, page, clock.instant());
    }
    return page;
  }

  /// Forgets what is old of what is remembered.
  public void sweep() {
    cache.sweep(
        clock.instant().minus(Duration.ofHours(settings.cacheHours())), settings.cachePages());
  }

  /// What waits is given up, and what is being fetched too.
  @Override
  public void close() {
    threads.shutdownNow();
    pages.close();
    try {
      var _ = threads.awaitTermination(settings.seconds(), TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
