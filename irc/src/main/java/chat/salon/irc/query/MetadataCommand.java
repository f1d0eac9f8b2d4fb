package chat.salon.irc.query;

import chat.salon.core.ChannelState;
import chat.salon.core.Metadata;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Person;
import chat.salon.core.Refusal.NotChannelOperator;
import chat.salon.core.Refusal.NotOnChannel;
import chat.salon.core.Refusal.TooManyKeys;
import chat.salon.core.request.Action.ReadMetadata;
import chat.salon.core.request.Rights;
import chat.salon.core.request.SetMetadata;
import chat.salon.irc.Cap;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.MetadataLines;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.query.MetadataTarget.Nobody;
import chat.salon.irc.query.MetadataTarget.OfChannel;
import chat.salon.irc.query.MetadataTarget.Oneself;
import chat.salon.irc.query.MetadataTarget.Other;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// METADATA: what people and channels say of themselves. Clients of draft/metadata-2 are answered
/// with its codes, all others with those of draft/metadata-3.
final class MetadataCommand implements Command {
  private static final String ALL = "*ALL";

  @Override
  public Spec spec() {
    return Spec.always(
            "METADATA",
            0,
            "METADATA <target> GET <key>..., LIST, SET <key> [<value>], CLEAR, SYNC; METADATA * SUB"
                + " <key>..., UNSUB <key>..., SUBS: what people and channels say of themselves.")
        .from("IRCv3 draft/metadata-2 and draft/metadata-3, METADATA client command");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    if (line.size() < 2) {
      return Reply.of(MetadataFaults.params(session, "*", "Not enough parameters"));
    }
    var deed = line.param(1).toUpperCase(Locale.ROOT);
    var keys = line.params().subList(2, line.size());
    return switch (deed) {
      case "GET", "SUB", "UNSUB", "SET" ->
          keys.isEmpty()
              ? Reply.of(MetadataFaults.params(session, deed, "Not enough parameters"))
              : withKeys(session, line.param(0), deed, keys, line);
      case "LIST" -> list(session, line.param(0));
      case "CLEAR" -> clear(session, line.param(0), line);
      case "SUBS" -> subscriptions(session, line.param(0));
      case "SYNC" -> sync(session, line.param(0));
      default -> Reply.of(MetadataFaults.subcommand(session, line.param(1)));
    };
  }

  private static Reply withKeys(
      IrcSession session, String target, String deed, List<String> keys, Line line) {
    return switch (deed) {
      case "GET" -> get(session, target, keys);
      case "SUB" -> subscribe(session, target, keys);
      case "UNSUB" -> unsubscribe(session, target, keys);
      default -> set(session, target, keys, line);
    };
  }

  // ---- Asking ----

  private static Reply get(IrcSession session, String asked, List<String> keys) {
    var target = MetadataTarget.of(session, asked);
    var hidden = hidden(session, target, asked);
    if (hidden != null) {
      return Reply.of(hidden);
    }
    var metadata = target.metadata(session);
    var name = target.name(session);
    var lines = new ArrayList<Line>();
    for (var word : keys) {
      var key = word.toLowerCase(Locale.ROOT);
      lines.add(
          Metadata.isKey(key)
              ? MetadataLines.numeric(session, name, key, metadata.get(key))
              : MetadataFaults.oneKey(session, word));
    }
    return MetadataLines.batch(session, name, lines);
  }

  private static Reply list(IrcSession session, String asked) {
    var target = MetadataTarget.of(session, asked);
    var hidden = hidden(session, target, asked);
    if (hidden != null) {
      return Reply.of(hidden);
    }
    var name = target.name(session);
    var lines =
        target.metadata(session).values().entrySet().stream()
            .map(each -> MetadataLines.numeric(session, name, each.getKey(), each.getValue()))
            .toList();
    return MetadataLines.batch(session, name, lines);
  }

  private static Reply sync(IrcSession session, String asked) {
    if (!session.isRegistered()) {
      return Reply.of(session.numeric("451", "You have not registered"));
    }
    if (asked.equals(ALL)) {
      session.send(MetadataLines.batch(session, ALL, everything(session)).lines().iterator());
      return Reply.NONE;
    }
    var target = MetadataTarget.of(session, asked);
    var hidden = hidden(session, target, asked);
    if (hidden != null) {
      return Reply.of(hidden);
    }
    var lines =
        switch (target) {
          case OfChannel(var channel) -> MetadataLines.of(session, channel);
          case Other(var person) -> MetadataLines.of(session, person);
          case Oneself _ -> MetadataLines.of(session, session.person());
          case Nobody _ -> List.<Line>of();
        };
    session.send(MetadataLines.batch(session, target.name(session), lines).lines().iterator());
    return Reply.NONE;
  }

  // Of the channels that somebody is on, those who are there, and those whom they monitor.
  private static List<Line> everything(IrcSession session) {
    session.upToDate();
    var lines = new ArrayList<Line>();
    Set<Line> told = new HashSet<>();
    for (var name : session.presence().channels().stream().sorted().toList()) {
      session
          .look(name)
          .ifPresent(channel ->
              MetadataLines.of(session, channel).stream().filter(told::add).forEach(lines::add));
    }
    for (var person : session.monitored().here()) {
      MetadataLines.of(session, person).stream().filter(told::add).forEach(lines::add);
    }
    return lines;
  }

  // Why nobody is told what a target says of itself; null when they are.
  private static @Nullable Line hidden(IrcSession session, MetadataTarget target, String asked) {
    return switch (target) {
      case Nobody _ -> MetadataFaults.target(session, asked);
      case OfChannel(var channel) when !mayRead(session, channel) ->
          MetadataFaults.permission(session, channel.name().shown(), "*");
      default -> null;
    };
  }

  private static boolean mayRead(IrcSession session, ChannelState channel) {
    return Rights.refusal(session.actor(), new ReadMetadata(), channel).isEmpty();
  }

  // ---- Saying ----

  private static Reply set(IrcSession session, String asked, List<String> words, Line line) {
    var key = words.getFirst().toLowerCase(Locale.ROOT);
    var value = words.size() < 2 || words.get(1).isEmpty() ? null : words.get(1);
    var target = MetadataTarget.of(session, asked);
    if (target instanceof Nobody) {
      return Reply.of(MetadataFaults.target(session, asked));
    }
    if (!Metadata.isKey(key) || key.length() > session.door().metadata().keyBytes()) {
      return Reply.of(MetadataFaults.key(session, words.getFirst()));
    }
    var bad = value == null ? null : MetadataValues.fault(session, key, value);
    if (bad != null) {
      return Reply.of(MetadataFaults.value(session, key, bad));
    }
    if (target instanceof Other(var person)) {
      return Reply.of(MetadataFaults.permission(session, person.nick().shown(), key));
    }
    long wait = session.metadata().wait(session.door().now());
    if (wait > 0) {
      return Reply.of(MetadataFaults.rate(session, wait, line, target.name(session), key, value));
    }
    return set(session, target, key, value);
  }

  private static Reply set(
      IrcSession session, MetadataTarget target, String key, @Nullable String value) {
    var name = target.name(session);
    boolean isSet = target.metadata(session).get(key) != null;
    if (value == null && !isSet && session.has(Cap.METADATA_2)) {
      return Reply.of(session.fail("KEY_NOT_SET", name, key, "The key is not set"));
    }
    var fault = change(session, target, key, value);
    return fault == null ? Reply.of(MetadataLines.numeric(session, name, key, value)) : fault;
  }

  // Null when it was done.
  private static @Nullable Reply change(
      IrcSession session, MetadataTarget target, String key, @Nullable String value) {
    int most = session.door().metadata().keys();
    if (target instanceof OfChannel(var channel)) {
      return answer(
          session,
          session.ask(channel.name(), new SetMetadata(key, value, most)),
          channel.name().shown(),
          key);
    }
    var said = session.metadata().said();
    if (value != null && said.get(key) == null && said.values().size() >= most) {
      return Reply.of(MetadataFaults.limit(session, target.name(session), most));
    }
    session.metadata().say(key, value);
    return null;
  }

  private static @Nullable Reply answer(
      IrcSession session, Outcome outcome, String channel, String key) {
    return switch (outcome) {
      case Done _ -> null;
      case Refused(TooManyKeys(_, var most)) ->
          Reply.of(MetadataFaults.limit(session, channel, most));
      case Refused(NotChannelOperator _), Refused(NotOnChannel _) ->
          Reply.of(MetadataFaults.permission(session, channel, key));
      case Refused(var why) -> session.refuse(why);
    };
  }

  private static Reply clear(IrcSession session, String asked, Line line) {
    var target = MetadataTarget.of(session, asked);
    switch (target) {
      case Nobody _ -> {
        return Reply.of(MetadataFaults.target(session, asked));
      }
      case Other(Person person) -> {
        return Reply.of(MetadataFaults.permission(session, person.nick().shown(), "*"));
      }
      case OfChannel(var channel) -> {
        var refusal =
            Rights.refusal(
                session.actor(), new chat.salon.core.request.Action.SetMetadata(), channel);
        if (refusal.isPresent()) {
          return Reply.of(MetadataFaults.permission(session, channel.name().shown(), "*"));
        }
      }
      case Oneself _ -> {}
    }
    long wait = session.metadata().wait(session.door().now());
    if (wait > 0) {
      return Reply.of(MetadataFaults.rate(session, wait, line, target.name(session), "*", null));
    }
    var lines = new ArrayList<Line>();
    for (var key : List.copyOf(target.metadata(session).values().keySet())) {
      var fault = change(session, target, key, null);
      if (fault == null) {
        lines.add(MetadataLines.numeric(session, target.name(session), key, null));
      } else {
        lines.addAll(fault.lines());
      }
    }
    return MetadataLines.batch(session, target.name(session), lines);
  }

  // ---- Being told ----

  private static Reply subscribe(IrcSession session, String asked, List<String> words) {
    if (!isOneself(session, asked)) {
      return Reply.of(MetadataFaults.target(session, asked));
    }
    var before = session.metadata().keys();
    var done = new ArrayList<String>();
    var faults = new ArrayList<Line>();
    for (var word : words) {
      var key = word.toLowerCase(Locale.ROOT);
      if (!Metadata.isKey(key) || key.length() > session.door().metadata().keyBytes()) {
        faults.add(MetadataFaults.oneKey(session, word));
      } else if (session.metadata().subscribe(key)) {
        done.add(key);
      } else {
        faults.add(MetadataFaults.subscriptions(session, key));
        break;
      }
    }
    var lines = numbered(session, "770", done);
    lines.addAll(faults);
    boolean isMore = done.stream().anyMatch(key -> !before.contains(key));
    return isMore && session.isRegistered()
        ? Reply.of(lines).and(current(session))
        : Reply.of(lines);
  }

  // The older specification has no word for asking for everything later.
  private static Reply current(IrcSession session) {
    if (!session.has(Cap.METADATA_2)) {
      return Reply.of(MetadataLines.later(session, ALL, 0));
    }
    int most = session.door().metadata().syncMembers();
    session.upToDate();
    var reply = Reply.NONE;
    for (var name : session.presence().channels().stream().sorted().toList()) {
      var channel = session.look(name);
      if (channel.isPresent() && channel.get().size() > most) {
        reply = reply.and(MetadataLines.later(session, name.shown(), 0));
      } else if (channel.isPresent()) {
        var lines = MetadataLines.of(session, channel.get());
        reply =
            lines.isEmpty() ? reply : reply.and(MetadataLines.batch(session, name.shown(), lines));
      }
    }
    return reply;
  }

  private static Reply unsubscribe(IrcSession session, String asked, List<String> words) {
    if (!isOneself(session, asked)) {
      return Reply.of(MetadataFaults.target(session, asked));
    }
    var done = new ArrayList<String>();
    var faults = new ArrayList<Line>();
    for (var word : words) {
      var key = word.toLowerCase(Locale.ROOT);
      if (Metadata.isKey(key)) {
        session.metadata().unsubscribe(key);
        done.add(key);
      } else {
        faults.add(MetadataFaults.oneKey(session, word));
      }
    }
    var lines = numbered(session, "771", done);
    lines.addAll(faults);
    return Reply.of(lines);
  }

  private static Reply subscriptions(IrcSession session, String asked) {
    if (!isOneself(session, asked)) {
      return Reply.of(MetadataFaults.target(session, asked));
    }
    var lines = numbered(session, "772", List.copyOf(session.metadata().keys()));
    return session.has(Cap.METADATA_2)
        ? Reply.of(lines)
        : Reply.batch(session, lines, "metadata-subs");
  }

  // Each key is a parameter of its own.
  private static List<Line> numbered(IrcSession session, String code, List<String> keys) {
    return new ArrayList<>(
        session.onLines(keys, session.numeric(code, "")).stream()
            .map(text -> session.numeric(code, text.split(" ")))
            .toList());
  }

  private static boolean isOneself(IrcSession session, String asked) {
    return MetadataTarget.of(session, asked) instanceof Oneself;
  }
}
