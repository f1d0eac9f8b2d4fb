package chat.salon.core.push;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Event.JoinAsked;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Mentions;
import chat.salon.core.Pair;
import chat.salon.core.StoreException;
import chat.salon.core.Unseen;
import chat.salon.core.account.Attention.Level;
import chat.salon.core.account.Attentions;
import chat.salon.core.port.Batch;
import chat.salon.core.port.StoredChannel;
import chat.salon.core.push.PushService.Fate;
import chat.salon.core.request.Rights;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Tells the devices of people what is for them and they have not read. What conversations store
/// comes in here and waits in a bounded queue, apart from their turns; whether somebody is still to
/// be told is found out when it is sent. What waits is lost with the server. Any thread.
public final class Notifier implements Consumer<Batch>, AutoCloseable {
  private static final long IDLE_SECONDS = 30;
  private static final Duration TALK = Duration.ofSeconds(1);
  private static final int COUNTED = 99;
  private static final int LONGEST_DOUBLING = 10;
  private static final Optional<Notice> NOTHING = Optional.empty();

  private final Unseen unseen;
  private final PushSubscriptions subscriptions;
  private final Pushing pushing;
  private final PushSettings settings;
  private final Attentions attentions;
  private final InstantSource clock;
  private final ScheduledThreadPoolExecutor threads;
  private final Map<Topic, Supplier<Optional<? extends Notice>>> waiting =
      new ConcurrentHashMap<>();
  private final Map<ConversationId<?>, Said> talked = new ConcurrentHashMap<>();
  private final LongAdder sent = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder dropped = new LongAdder();

  /// What one notice is about: a later one takes the place of an earlier one.
  ///
  /// @param subject a conversation, or who asks what
  private record Topic(AccountName reader, String subject) {
    String text() {
      return reader.folded() + ' ' + subject;
    }
  }

  public Notifier(
      Unseen unseen,
      PushSubscriptions subscriptions,
      Attentions attentions,
      Pushing pushing,
      PushSettings settings,
      InstantSource clock) {
    this.attentions = attentions;
    this.clock = clock;
    this.unseen = unseen;
    this.subscriptions = subscriptions;
    this.pushing = pushing;
    this.settings = settings;
    // Names are looked up and disks waited for: not on virtual threads, whose carriers it would
    // hold.
    threads =
        new ScheduledThreadPoolExecutor(
            settings.parallel(), Thread.ofPlatform().name("push ", 0).daemon().factory());
    threads.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    threads.allowCoreThreadTimeOut(true);
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /// Notices that push services have taken since the start.
  public long sent() {
    return sent.sum();
  }

  /// Notices that no push service took since the start, however often it was asked.
  public long failed() {
    return failed.sum();
  }

  /// Notices that were never sent since the start: the queue was full, or the disk did not answer.
  public long dropped() {
    return dropped.sum();
  }

  /// Takes up what a batch has for whom. Neither waits nor throws.
  @Override
  public void accept(Batch batch) {
    for (var mention : batch.mentions()) {
      if (mention.former().isEmpty()) {
        mention.accounts().forEach(reader -> addMessage(reader, batch.where(), mention.id()));
      }
    }
    for (var event : batch.events()) {
      if (event instanceof Said said && said.form() != Form.TAGS && said.least() == null) {
        add(batch.where(), said);
      } else if (event instanceof JoinAsked asked && batch.after() != null) {
        addRequest(asked, batch.after());
      }
    }
  }

  /// Takes up that somebody asks somebody to be friends. Neither waits nor throws.
  public void friendAsked(AccountName by, AccountName reader) {
    add(new Topic(reader, "friend " + by.folded()), () -> unseen.friendQuestion(reader, by));
  }

  private void addRequest(JoinAsked asked, StoredChannel channel) {
    var subject = "request " + channel.name().key() + ' ' + asked.who().nick().folded();
    channel
        .seats()
        .forEach((reader, ranks) -> {
          if (Rights.mayAnswer(ranks)) {
            add(new Topic(reader, subject), () -> request(reader, asked));
          }
        });
  }

  private void addMessage(AccountName reader, ConversationId<?> where, long id) {
    add(new Topic(reader, where.key()), () -> message(reader, where, id));
  }

  private void add(ConversationId<?> where, Said said) {
    if (where instanceof Pair pair) {
      var author = Pair.party(said.by());
      var other = pair.across(author);
      if (!other.equals(author) && !Pair.isGuest(other)) {
        addMessage(AccountName.trusted(Pair.shown(other)), pair, said.stamp().id());
      }
    } else if (talked.size() >= settings.queue() && !talked.containsKey(where)) {
      dropped.increment();
    } else if (talked.put(where, said) == null) {
      // Who follows all of a channel is looked up once for what is said in a short while.
      later(TALK, () -> addFollowers(where));
    }
  }

  private void addFollowers(ConversationId<?> where) {
    var said = talked.remove(where);
    if (said == null) {
      return;
    }
    try {
      for (var reader : followers(where)) {
        if (!reader.equals(said.by().account())) {
          addMessage(reader, where, said.stamp().id());
        }
      }
    } catch (StoreException _) {
      dropped.increment();
    }
  }

  // In a group all who do not say otherwise.
  private Collection<AccountName> followers(ConversationId<?> where) {
    var people = unseen.inGroup(where);
    return people.isEmpty()
        ? attentions.toldEverything(where)
        : people.stream()
            .filter(reader -> attentions.of(reader, where).level() == Level.EVERYTHING)
            .toList();
  }

  private void add(Topic topic, Supplier<Optional<? extends Notice>> notice) {
    if (waiting.size() >= settings.queue() && !waiting.containsKey(topic)) {
      dropped.increment();
    } else if (waiting.put(topic, notice) == null) {
      later(Duration.ZERO, () -> begin(topic));
    }
  }

  // Who is connected may be reading it just now.
  private void begin(Topic topic) {
    try {
      if (subscriptions.of(topic.reader()).isEmpty()) {
        waiting.remove(topic);
      } else if (unseen.isHere(topic.reader())) {
        later(Duration.ofSeconds(settings.waitSeconds()), () -> due(topic));
      } else {
        due(topic);
      }
    } catch (StoreException _) {
      waiting.remove(topic);
      dropped.increment();
    }
  }

  private void later(Duration delay, Runnable what) {
    try {
      var _ = threads.schedule(what, delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException _) {
      dropped.increment(); // the server stops
    }
  }

  private void due(Topic topic) {
    var notice = waiting.remove(topic);
    if (notice == null) {
      return;
    }
    try {
      for (var to : subscriptions.of(topic.reader())) {
        attempt(topic, notice, to, 1);
      }
    } catch (StoreException _) {
      dropped.increment();
    }
  }

  private void attempt(
      Topic topic, Supplier<Optional<? extends Notice>> look, PushSubscription to, int number) {
    var notice = unseen.isNotToBeDisturbed(topic.reader()) ? NOTHING : look.get();
    if (notice.isEmpty()) {
      return;
    }
    var result = pushing.send(to, topic.text(), notice.get());
    if (result.fate() == Fate.TAKEN) {
      sent.increment();
    } else if (result.fate() == Fate.LATER && number < settings.attempts()) {
      later(pause(number, result.after()), () -> again(topic, look, to, number + 1));
    } else {
      failed.increment();
    }
  }

  // The device may have been taken back, and the queue be full of others like it.
  private void again(
      Topic topic, Supplier<Optional<? extends Notice>> look, PushSubscription to, int number) {
    try {
      boolean isWanted = subscriptions.of(to.account()).contains(to);
      if (isWanted && threads.getQueue().size() <= settings.queue()) {
        attempt(topic, look, to, number);
      } else {
        failed.increment();
      }
    } catch (StoreException _) {
      dropped.increment();
    }
  }

  private Duration pause(int number, Duration asked) {
    var own =
        Duration.ofSeconds(
            (long) settings.retrySeconds() << Math.min(number - 1, LONGEST_DOUBLING));
    return asked.compareTo(own) > 0 ? asked : own;
  }

  private Optional<Notice.Message> message(AccountName reader, ConversationId<?> where, long id) {
    return unseen
        .message(reader, where, id, COUNTED)
        .filter(message -> isWanted(reader, where, message.said()));
  }

  private Optional<Notice.JoinAsked> request(AccountName reader, JoinAsked asked) {
    var attention = attentions.of(reader, asked.where());
    return attention.isMuted(clock.instant()) || attention.level() == Level.NOTHING
        ? Optional.empty()
        : unseen.joinRequest(reader, asked.where(), asked);
  }

  // What is here of a channel mentions them, or they follow all of it.
  private boolean isWanted(AccountName reader, ConversationId<?> where, Said said) {
    var attention = attentions.of(reader, where);
    return !attention.isMuted(clock.instant())
        && switch (attention.level()) {
          case EVERYTHING -> true;
          case MENTIONS ->
              where instanceof ChannelName || Mentions.words(said.text()).contains(reader.folded());
          case NOTHING -> false;
        };
  }

  /// What waits is given up; what is being sent may come to its end.
  @Override
  public void close() {
    threads.shutdown();
    try {
      var _ = threads.awaitTermination(settings.timeoutSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
