package chat.salon.core.search;

import chat.salon.core.Actor;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Nick;
import chat.salon.core.Pair;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.Salon;
import chat.salon.core.search.Criterion.From;
import chat.salon.core.search.Criterion.In;
import chat.salon.core.search.Reach.Privately;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a search looks, as its `in:` say.
sealed interface Places {
  /// One of them is none that the asker may read, which looks like none at all.
  record Refused(Refusal why) implements Places {}

  /// All of them are.
  ///
  /// @param query the rest of it
  /// @param only empty for everywhere
  record Known(Query query, Set<ConversationId<?>> only, Set<ConversationId<?>> not)
      implements Places {

    /// What may be found there.
    Reach within(Reach reach) {
      var channels = reach.channels().stream().filter(channel -> isWithin(channel.name())).toList();
      var privately = reach.privately();
      if (privately == null || (!only.isEmpty() && pairs(only).isEmpty())) {
        return new Reach(channels, null);
      }
      return new Reach(
          channels, new Privately(privately.party(), privately.from(), pairs(only), pairs(not)));
    }

    private boolean isWithin(ChannelName name) {
      return (only.isEmpty() || only.contains(name)) && !not.contains(name);
    }

    private static Set<Pair> pairs(Set<ConversationId<?>> places) {
      var pairs = new HashSet<Pair>();
      for (var place : places) {
        if (place instanceof Pair pair) {
          pairs.add(pair);
        }
      }
      return Set.copyOf(pairs);
    }
  }

  /// May wait for the store.
  ///
  /// @param place where alone to look, whatever the query says; null for everywhere
  static Places of(Salon salon, Actor actor, @Nullable ConversationId<?> place, Query query) {
    var rest = new ArrayList<Clause>();
    var only = new HashSet<ConversationId<?>>();
    var not = new HashSet<ConversationId<?>>();
    if (place != null) {
      only.add(place);
    }
    for (var clause : query.clauses()) {
      switch (clause.what()) {
        case In(var written) -> {
          var where = resolve(salon, actor, written);
          if (where.isEmpty()) {
            return new Refused(
                written.startsWith("#") ? new NoSuchChannel(written) : new NoSuchNick(written));
          }
          (clause.isExcluded() ? not : only).add(where.get());
        }
        case From(var name) when isMe(name) ->
            rest.add(new Clause(new From(actor.nick().shown()), clause.isExcluded()));
        default -> rest.add(clause);
      }
    }
    return refusal(salon, actor, only)
        .<Places>map(Refused::new)
        .orElseGet(() -> new Known(new Query(rest), only, not));
  }

  private static Optional<Refusal> refusal(
      Salon salon, Actor actor, Set<ConversationId<?>> places) {
    for (var where : places) {
      var refusal = salon.history().refusalToRead(actor, where);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private static boolean isMe(String name) {
    return name.equals("me") || name.equals("moi");
  }

  private static Optional<ConversationId<?>> resolve(Salon salon, Actor actor, String written) {
    if (written.startsWith("#")) {
      return salon.channelName(written).map(name -> name);
    }
    var me = Pair.party(actor.person());
    return Nick.parse(written.startsWith("@") ? written.substring(1) : written)
        .map(nick -> Pair.of(me, salon.people().party(nick)));
  }
}
