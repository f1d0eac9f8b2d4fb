package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.Flag;
import chat.salon.core.ListKind;
import chat.salon.core.Mask;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.ModeChange.Keyed;
import chat.salon.core.ModeChange.Limited;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.ModeChange.Slowed;
import chat.salon.core.Nick;
import chat.salon.core.Rank;
import chat.salon.store.Details.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Changes of modes, as they are stored and as the core knows them. Pure.
final class ModeRows {
  private ModeRows() {}

  static Change row(ModeChange change) {
    return switch (change) {
      case Flagged(var flag, var on) ->
          new Change(
              on,
              letter(flag.letter()),
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null);
      case Keyed keyed -> {
        var key = keyed.key();
        yield new Change(
            key != null,
            null,
            key == null ? "" : key,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
      }
      case Limited(var limit) ->
          new Change(limit > 0, null, null, limit, null, null, null, null, null, null, null, null);
      case Slowed(var slow) ->
          new Change(slow > 0, null, null, null, slow, null, null, null, null, null, null, null);
      case Listed(var list, var mask, var on, var until, var reason) ->
          new Change(
              on,
              null,
              null,
              null,
              null,
              letter(list.letter()),
              mask.pattern(),
              until == null ? null : until.toEpochMilli(),
              reason.isEmpty() ? null : reason,
              null,
              null,
              null);
      case Ranked ranked -> {
        var account = ranked.account();
        yield new Change(
            ranked.on(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            letter(ranked.rank().letter()),
            ranked.nick().shown(),
            account == null ? null : account.shown());
      }
    };
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
