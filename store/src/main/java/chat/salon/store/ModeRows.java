package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.Flag;
import chat.salon.core.ListKind;
import chat.salon.core.Mask;
import chat.salon.core.Meter;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.ModeChange.Forwarded;
import chat.salon.core.ModeChange.Keyed;
import chat.salon.core.ModeChange.Limited;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.ModeChange.Metered;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.ModeChange.Slowed;
import chat.salon.core.Nick;
import chat.salon.core.Quota;
import chat.salon.core.Rank;
import chat.salon.store.Details.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Changes of modes, as they are stored and as the core knows them. Pure.
final class ModeRows {
  private ModeRows() {}

  static Change row(ModeChange change) {
    return switch (change) {
      case Flagged(var flag, var on) -> new Row(on).flag(flag.letter()).change();
      case Keyed keyed -> {
        var key = keyed.key();
        yield new Row(key != null).key(key == null ? "" : key).change();
      }
      case Limited(var limit) -> new Row(limit > 0).limit(limit).change();
      case Slowed(var slow) -> new Row(slow > 0).slow(slow).change();
      case Forwarded forwarded -> {
        var to = forwarded.to();
        yield new Row(to != null).forward(to == null ? "" : to.shown()).change();
      }
      case Metered(var meter, var quota) ->
          new Row(!quota.isNone()).meter(meter.letter(), quota).change();
      case Listed listed -> new Row(listed.on()).list(listed).change();
      case Ranked ranked -> new Row(ranked.on()).rank(ranked).change();
    };
  }

  /// A change while it is put together.
  private static final class Row {
    private final boolean on;
    private @Nullable String flag;
    private @Nullable String key;
    private @Nullable Integer limit;
    private @Nullable Integer slow;
    private @Nullable String list;
    private @Nullable String mask;
    private @Nullable Long until;
    private @Nullable String reason;
    private @Nullable String rank;
    private @Nullable String nick;
    private @Nullable String account;
    private @Nullable String forward;
    private @Nullable String meter;
    private @Nullable String quota;

    Row(boolean on) {
      this.on = on;
    }

    Row flag(char letter) {
      flag = letter(letter);
      return this;
    }

    Row key(String text) {
      key = text;
      return this;
    }

    Row limit(int number) {
      limit = number;
      return this;
    }

    Row slow(int seconds) {
      slow = seconds;
      return this;
    }

    Row forward(String to) {
      forward = to;
      return this;
    }

    Row meter(char letter, Quota its) {
      meter = letter(letter);
      quota = its.toString();
      return this;
    }

    Row list(Listed listed) {
      var end = listed.until();
      list = letter(listed.list().letter());
      mask = listed.mask().pattern();
      until = end == null ? null : end.toEpochMilli();
      reason = listed.reason().isEmpty() ? null : listed.reason();
      return this;
    }

    Row rank(Ranked ranked) {
      var its = ranked.account();
      rank = letter(ranked.rank().letter());
      nick = ranked.nick().shown();
      account = its == null ? null : its.shown();
      return this;
    }

    Change change() {
      return new Change(
          on, flag, key, limit, slow, list, mask, until, reason, rank, nick, account, forward,
          meter, quota);
    }
  }

  static ModeChange change(Change row) {
    if (row.flag() != null) {
      return new Flagged(Flag.ofLetter(letter(row.flag())).orElseThrow(), row.on());
    }
    if (row.key() != null) {
      return new Keyed(row.on() ? row.key() : null);
    }
    if (row.limit() != null) {
      return new Limited(row.limit());
    }
    if (row.slow() != null) {
      return new Slowed(row.slow());
    }
    if (row.forward() != null) {
      return new Forwarded(row.on() ? ChannelName.trusted(row.forward()) : null);
    }
    if (row.meter() != null) {
      return new Metered(
          Meter.ofLetter(letter(row.meter())).orElseThrow(),
          Quota.parse(there(row.quota())).orElse(Quota.NONE));
    }
    if (row.list() != null) {
      return new Listed(
          ListKind.ofLetter(letter(row.list())).orElseThrow(),
          new Mask(there(row.mask())),
          row.on(),
          row.until() == null ? null : Instant.ofEpochMilli(row.until()),
          row.reason() == null ? "" : row.reason());
    }
    return new Ranked(
        Nick.trusted(there(row.nick())),
        row.account() == null ? null : AccountName.trusted(row.account()),
        Rank.ofLetter(letter(there(row.rank()))).orElseThrow(),
        row.on());
  }

  private static String letter(char letter) {
    return String.valueOf(letter);
  }

  private static char letter(String text) {
    if (text.length() != 1) {
      throw new IllegalArgumentException("not a mode letter");
    }
    return text.charAt(0);
  }

  private static String there(@Nullable String text) {
    if (text == null) {
      throw new IllegalArgumentException("a change of modes without what it changes");
    }
    return text;
  }
}
