package chat.salon.store.search;

import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Pair;
import chat.salon.core.search.Cursor;
import chat.salon.core.search.MessageSearch.Found;
import chat.salon.core.search.MessageSearch.Mark;
import chat.salon.core.search.MessageSearch.Match;
import chat.salon.core.search.MessageSearch.Order;
import chat.salon.core.search.MessageSearch.Wanted;
import chat.salon.core.search.SearchSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/// The index on disk. One thread writes, any platform thread searches: what is mapped into memory
/// may have to be read from the disk, which would hold up virtual threads.
public final class MessageIndex implements AutoCloseable {
  /// Of what is in it and how texts are taken apart. An index of another one is made anew.
  public static final String VERSION = "1";

  private static final String VERSION_KEY = "version";
  private static final String ORIGIN_KEY = "origin";
  private static final SortField NEWEST_FIRST = new SortField(Fields.ID, SortField.Type.LONG, true);
  private static final SortField OLDEST_FIRST =
      new SortField(Fields.ID, SortField.Type.LONG, false);
  private static final int MOST_CLAUSES = 1 << 20; // their number is bounded before they are ours

  // It asks for a module of Java that is not final, for vectors that no message has. Held, so that
  // its level stays.
  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  static {
    VECTORS.setLevel(Level.OFF);
    IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
  }

  private final FSDirectory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final String origin;
  private final int timeoutMillis;

  private MessageIndex(
      FSDirectory directory, IndexWriter writer, String origin, SearchSettings settings)
      throws IOException {
    this.directory = directory;
    this.writer = writer;
    this.origin = origin;
    this.timeoutMillis = settings.timeoutMillis();
    this.searchers = new SearcherManager(writer, null);
  }

  /// Opens the index in a folder, which is made when it is not there.
  ///
  /// @param origin of what log it is: an index of another one is of no use
  /// @throws IOException the disk refused, or what is there cannot be read
  public static MessageIndex open(Path folder, String origin, SearchSettings settings)
      throws IOException {
    var directory = FSDirectory.open(folder);
    IndexWriter writer = null;
    try {
      writer = new IndexWriter(directory, configuration(settings));
      return new MessageIndex(directory, writer, origin, settings);
    } catch (IOException | RuntimeException e) {
      if (writer != null) {
        writer.rollback();
      }
      directory.close();
      throw e;
    }
  }

  private static IndexWriterConfig configuration(SearchSettings settings) {
    var analyzer = new PerFieldAnalyzerWrapper(Words.PLAIN, Map.of(Fields.STEMS, Words.STEMS));
    return new IndexWriterConfig(analyzer)
        .setRAMBufferSizeMB(settings.memoryMb())
        .setMergeScheduler(new QuietMerges())
        .setCommitOnClose(false)
        .setIndexSort(new Sort(NEWEST_FIRST));
  }

  /// What was said with the last commit; empty when the index has to be made anew.
  ///
  /// @return how far each conversation is indexed, by its number
  public Map<Long, Long> positions() {
    var positions = new HashMap<Long, Long>();
    var data = new HashMap<String, String>();
    var committed = writer.getLiveCommitData();
    if (committed != null) {
      committed.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    if (!VERSION.equals(data.remove(VERSION_KEY)) || !origin.equals(data.remove(ORIGIN_KEY))) {
      return Map.of();
    }
    data.forEach((key, value) -> positions.put(Long.valueOf(key), Long.valueOf(value)));
    return positions;
  }

  /// Forgets everything.
  public void clear() throws IOException {
    writer.deleteAll();
  }

  /// Takes a message, in place of what it had of it.
  public void put(IndexedMessage message) throws IOException {
    writer.updateDocument(Fields.key(message.id()), Fields.of(message));
  }

  /// Takes a message of which it has nothing.
  public void add(IndexedMessage message) throws IOException {
    writer.addDocument(Fields.of(message));
  }

  public void remove(long id) throws IOException {
    writer.deleteDocuments(Fields.key(id));
  }

  /// Lets searches see what was put and removed.
  public void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /// Puts everything on disk, together with how far each conversation is indexed.
  public void commit(Map<Long, Long> positions) throws IOException {
    var data = new HashMap<String, String>();
    positions.forEach((key, value) -> data.put(String.valueOf(key), String.valueOf(value)));
    data.put(VERSION_KEY, VERSION);
    data.put(ORIGIN_KEY, origin);
    writer.setLiveCommitData(data.entrySet());
    writer.commit();
  }

  /// How many messages it has, for searches.
  public int size() throws IOException {
    var searcher = searchers.acquire();
    try {
      return searcher.getIndexReader().numDocs();
    } finally {
      searchers.release(searcher);
    }
  }

  // ---- Searching ----

  /// Where a text has what is searched for. Any thread.
  public static List<Mark> marks(chat.salon.core.search.Query query, String text) {
    return Marks.of(query, text);
  }

  /// Finds messages. On a platform thread.
  public Found find(Wanted wanted) throws IOException {
    var shared = searchers.acquire();
    try {
      var searcher = new IndexSearcher(shared.getIndexReader()); // its clock is this search's
      searcher.setQueryCache(null);
      searcher.setTimeout(new QueryTimeoutImpl(timeoutMillis));
      var top = searcher.search(query(wanted), collectors(wanted));
      return found(searcher, wanted, top);
    } finally {
      searchers.release(shared);
    }
  }

  private static Query query(Wanted wanted) {
    var query = Translation.of(wanted.query(), wanted.reach());
    var after = wanted.after();
    if (after == null || wanted.order() == Order.BEST) {
      return query;
    }
    boolean isUp = wanted.order() == Order.OLDEST;
    var rest =
        isUp ? Translation.ids(after.id() + 1, Long.MAX_VALUE) : Translation.ids(0, after.id() - 1);
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(rest, Occur.FILTER).build();
  }

  // One more than is wanted tells whether there are more; nobody asks how many.
  private static TopFieldCollectorManager collectors(Wanted wanted) {
    int most = wanted.limit() + 1;
    return switch (wanted.order()) {
      case NEWEST -> new TopFieldCollectorManager(new Sort(NEWEST_FIRST), most, null, 1);
      case OLDEST -> new TopFieldCollectorManager(new Sort(OLDEST_FIRST), most, null, 1);
      case BEST ->
          new TopFieldCollectorManager(
              new Sort(SortField.FIELD_SCORE, NEWEST_FIRST), most, behind(wanted.after()), 1);
    };
  }

  private static @Nullable FieldDoc behind(@Nullable Cursor after) {
    return after == null
        ? null
        : new FieldDoc(Integer.MAX_VALUE, after.score(), new Object[] {after.score(), after.id()});
  }

  private static Found found(IndexSearcher searcher, Wanted wanted, TopFieldDocs top)
      throws IOException {
    boolean hasMore = top.scoreDocs.length > wanted.limit();
    var matches = new ArrayList<Match>();
    for (int i = 0; i < Math.min(top.scoreDocs.length, wanted.limit()); i++) {
      matches.add(match(searcher, (FieldDoc) top.scoreDocs[i]));
    }
    return new Found(List.copyOf(matches), hasMore, !searcher.timedOut());
  }

  private static Match match(IndexSearcher searcher, FieldDoc hit) throws IOException {
    long id = (Long) hit.fields[hit.fields.length - 1];
    float score = hit.fields.length > 1 ? (Float) hit.fields[0] : 0;
    return new Match(place(searcher, hit), id, score);
  }

  private static ConversationId<?> place(IndexSearcher searcher, ScoreDoc hit) throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
    var places = DocValues.getSorted(leaf.reader(), Fields.PLACE);
    places.advanceExact(hit.doc - leaf.docBase);
    var key = places.lookupOrd(places.ordValue()).utf8ToString();
    int space = key.indexOf(' ');
    return space < 0
        ? ChannelName.trusted(key)
        : new Pair(key.substring(0, space), key.substring(space + 1));
  }

  /// Gives its files back as the last commit left them.
  @Override
  public void close() throws IOException {
    try (directory) {
      searchers.close();
      writer.rollback();
    }
  }
}
