package chat.salon.store.search;

import chat.salon.core.Pair;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/// The fields of a message in the index. A change here is a new [MessageIndex#VERSION].
final class Fields {
  /// The id, as a number to sort by and to bound.
  static final String ID = "id";

  /// The id, as a term.
  static final String KEY = "key";

  /// The conversation: its key.
  static final String PLACE = "place";

  /// The two who talk, in private.
  static final String PARTY = "party";

  static final String FROM = "from";
  static final String RANK = "rank";
  static final String HAS = "has";

  /// The words as they are written, with their places.
  static final String WORDS = "words";

  /// What the forms of the words have in common.
  static final String STEMS = "stems";

  static final String LINK = "link";
  static final String REACTION = "reaction";

  private static final FieldType WITH_PLACES =
      type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);
  private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS, false);

  private Fields() {}

  private static FieldType type(IndexOptions options, boolean omitNorms) {
    var type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(true);
    type.setOmitNorms(omitNorms);
    type.freeze();
    return type;
  }

  /// The message of this id.
  static Term key(long id) {
    var bytes = new byte[Long.BYTES];
    NumericUtils.longToSortableBytes(id, bytes, 0);
    return new Term(KEY, new BytesRef(bytes));
  }

  static Document of(IndexedMessage message) {
    var document = new Document();
    document.add(new LongPoint(ID, message.id()));
    document.add(new NumericDocValuesField(ID, message.id()));
    document.add(new StringField(KEY, key(message.id()).bytes(), Store.NO));
    var place = message.where().key();
    document.add(new StringField(PLACE, place, Store.NO));
    document.add(new SortedDocValuesField(PLACE, new BytesRef(place)));
    if (message.where() instanceof Pair(var first, var second)) {
      List.of(first, second)
          .forEach(party -> document.add(new StringField(PARTY, party, Store.NO)));
    }
    message.names().forEach(name -> document.add(new StringField(FROM, name, Store.NO)));
    document.add(new StringField(RANK, String.valueOf(message.least()), Store.NO));
    if (message.hasLink()) {
      document.add(new StringField(HAS, LINK, Store.NO));
    }
    if (message.hasReaction()) {
      document.add(new StringField(HAS, REACTION, Store.NO));
    }
    var text = Words.visible(message.text());
    document.add(new Field(WORDS, text, WITH_PLACES));
    document.add(new Field(STEMS, text, COUNTED));
    return document;
  }
}
