package chat.salon.store.search;

import chat.salon.core.Fold;
import chat.salon.core.Rank;
import chat.salon.core.Ranks;
import chat.salon.core.Stamps;
import chat.salon.core.search.Clause;
import chat.salon.core.search.Criterion;
import chat.salon.core.search.Criterion.Feature;
import chat.salon.core.search.Criterion.From;
import chat.salon.core.search.Criterion.Has;
import chat.salon.core.search.Criterion.In;
import chat.salon.core.search.Criterion.Phrase;
import chat.salon.core.search.Criterion.Prefix;
import chat.salon.core.search.Criterion.Since;
import chat.salon.core.search.Criterion.Until;
import chat.salon.core.search.Reach;
import chat.salon.core.search.Reach.InChannel;
import chat.salon.core.search.Reach.Privately;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// What people search for, as the index is asked. Pure.
final class Translation {
  private static final float AS_WRITTEN = 0.5f; // so much more than another form of the word

  private Translation() {}

  /// The messages that meet a query within somebody's reach.
  static Query of(chat.salon.core.search.Query query, Reach reach) {
    var all = new BooleanQuery.Builder().add(reach(reach), Occur.FILTER);
    var speakers = new BooleanQuery.Builder();
    boolean anySpeaker = true;
    for (var clause : query.clauses()) {
      if (clause.what() instanceof From from && !clause.isExcluded()) {
        speakers.add(speaker(from), Occur.SHOULD);
        anySpeaker = false;
      } else {
        add(all, clause);
      }
    }
    if (!anySpeaker) {
      all.add(speakers.build(), Occur.FILTER);
    }
    return all.build();
  }

  private static void add(BooleanQuery.Builder all, Clause clause) {
    if (clause.what().isText() && Sought.of(clause.what()).words().isEmpty()) {
      return; // signs alone
    }
    var wanted = clause.what().isText() ? Occur.MUST : Occur.FILTER;
    all.add(one(clause.what()), clause.isExcluded() ? Occur.MUST_NOT : wanted);
  }

  private static Query one(Criterion what) {
    return switch (what) {
      case Criterion.Word _, Prefix _, Phrase _ -> text(Sought.of(what));
      case From from -> speaker(from);
      case Has(var feature) ->
          term(Fields.HAS, feature == Feature.LINK ? Fields.LINK : Fields.REACTION);
      case Since(var moment) -> ids(Stamps.at(moment), Long.MAX_VALUE);
      case Until(var moment) -> ids(0, Stamps.at(moment) - 1);
      case In in -> term(Fields.PLACE, in.place());
    };
  }

  private static Query speaker(From from) {
    return term(Fields.FROM, Fold.name(from.name()));
  }

  private static Query text(Sought sought) {
    var words = sought.words();
    if (!sought.isExact()) {
      var word = words.getFirst();
      return new BooleanQuery.Builder()
          .add(term(Fields.STEMS, word.stem()), Occur.MUST)
          .add(new BoostQuery(term(Fields.WORDS, word.plain()), AS_WRITTEN), Occur.SHOULD)
          .build();
    }
    var inOrder = sought.isPrefix() ? words.subList(0, words.size() - 1) : words;
    if (!sought.isPrefix()) {
      return phrase(inOrder);
    }
    var prefix = new PrefixQuery(new Term(Fields.WORDS, words.getLast().plain()));
    return inOrder.isEmpty()
        ? prefix
        : new BooleanQuery.Builder()
            .add(phrase(inOrder), Occur.MUST)
            .add(prefix, Occur.MUST)
            .build();
  }

  private static Query phrase(List<Words.Word> words) {
    var phrase = new PhraseQuery.Builder();
    words.forEach(word -> phrase.add(new Term(Fields.WORDS, word.plain())));
    return phrase.build();
  }

  private static Query term(String field, String text) {
    return new TermQuery(new Term(field, text));
  }

  /// Messages with ids from one to another.
  static Query ids(long from, long to) {
    return new IndexOrDocValuesQuery(
        LongPoint.newRangeQuery(Fields.ID, from, to),
        NumericDocValuesField.newSlowRangeQuery(Fields.ID, from, to));
  }

  // ---- Who may find what ----

  private static Query reach(Reach reach) {
    var any = new BooleanQuery.Builder();
    for (var channel : reach.channels()) {
      any.add(channel(channel), Occur.SHOULD);
    }
    var privately = reach.privately();
    if (privately != null) {
      any.add(privately(privately), Occur.SHOULD);
    }
    return any.build();
  }

  private static Query channel(InChannel channel) {
    var query =
        new BooleanQuery.Builder()
            .add(term(Fields.PLACE, channel.name().key()), Occur.FILTER)
            .add(ranks(channel), Occur.FILTER);
    if (channel.from() > 0) {
      query.add(ids(channel.from(), Long.MAX_VALUE), Occur.FILTER);
    }
    return query.build();
  }

  // No set of terms: for that the ids of all that it matches would be collected first.
  private static Query ranks(InChannel channel) {
    var forAll = term(Fields.RANK, "0");
    var own = channel.rank();
    if (own == null) {
      return forAll;
    }
    var readable = new BooleanQuery.Builder().add(forAll, Occur.SHOULD);
    for (var rank : Rank.values()) {
      int bits = Ranks.of(rank).bits();
      if (bits >= Ranks.of(own).bits()) {
        readable.add(term(Fields.RANK, String.valueOf(bits)), Occur.SHOULD);
      }
    }
    return readable.build();
  }

  private static Query privately(Privately privately) {
    var own = new BooleanQuery.Builder().add(term(Fields.PARTY, privately.party()), Occur.FILTER);
    if (privately.from() > 0) {
      own.add(ids(privately.from(), Long.MAX_VALUE), Occur.FILTER);
    }
    if (!privately.only().isEmpty()) {
      var only = new BooleanQuery.Builder();
      privately.only().forEach(pair -> only.add(term(Fields.PLACE, pair.key()), Occur.SHOULD));
      own.add(only.build(), Occur.FILTER);
    }
    privately.not().forEach(pair -> own.add(term(Fields.PLACE, pair.key()), Occur.MUST_NOT));
    return own.build();
  }
}
