package chat.salon.measure;

import chat.salon.core.ChannelName;
import chat.salon.core.search.MessageSearch.Order;
import chat.salon.core.search.MessageSearch.Wanted;
import chat.salon.core.search.Query;
import chat.salon.core.search.QueryParser;
import chat.salon.core.search.Reach;
import chat.salon.core.search.Reach.InChannel;
import chat.salon.core.search.SearchSettings;
import chat.salon.store.LuceneSearch;
import chat.salon.store.Store;
import chat.salon.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;

/// Searches of somebody who is in a hundred channels.
final class Searches {
  private static final int CHANNELS = 100;
  private static final int PAGE = 20;
  private static final double NANOS = 1e9;

  private final Path folder;
  private final Script script;
  private final Report report;
  private final SplittableRandom random = new SplittableRandom(3);

  Searches(Path folder, Script script, Report report) {
    this.folder = folder;
    this.script = script;
    this.report = report;
  }

  /// Has the store indexed, then searches it.
  void measure(int searches) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    try (var store = Store.open(StoreSettings.DEFAULT, folder);
        var search = store.search(SearchSettings.DEFAULT)) {
      while (!search.isComplete()) {
        Thread.sleep(10);
      }
      indexed((System.nanoTime() - begin) / NANOS, search);
      time("common word", searches, search, Order.NEWEST, 0, 10);
      time("common word, best", searches, search, Order.BEST, 0, 10);
      time("rare word", searches, search, Order.NEWEST, 50_000, 90_000);
      time("two words", searches, search, Order.NEWEST, 100, 1000);
      time("prefix", searches, search, Order.NEWEST, 1000, 5000);
    }
  }

  private void indexed(double seconds, LuceneSearch search) throws IOException {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("messages", (long) search.size());
    figures.put("seconds", seconds);
    figures.put("messages_a_s", Math.round(search.size() / seconds));
    long bytes = size();
    figures.put("index_mb", bytes >> 20);
    figures.put("bytes_a_message", (double) bytes / search.size());
    report.add("indexing", figures);
  }

  private long size() throws IOException {
    long bytes = 0;
    try (var files = Files.list(folder.resolve("search"))) {
      for (var file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  private void time(String kind, int searches, LuceneSearch search, Order order, int from, int to)
      throws IOException {
    var reach = reach();
    ask(kind, searches / 4 + 1, search, order, reach, from, to); // warms up
    var figures = new LinkedHashMap<String, Object>();
    figures.put("what", kind);
    Latency.add(figures, ask(kind, searches, search, order, reach, from, to));
    report.add("searches", figures);
  }

  private Histogram ask(
      String kind, int searches, LuceneSearch search, Order order, Reach reach, int from, int to) {
    var latencies = new Histogram(3);
    for (int i = 0; i < searches; i++) {
      var wanted = new Wanted(query(kind, from, to), reach, order, null, PAGE);
      long begin = System.nanoTime();
      search.find(wanted);
      latencies.recordValue(System.nanoTime() - begin);
    }
    return latencies;
  }

  private Query query(String kind, int from, int to) {
    var word = Vocabulary.word(random.nextInt(from, to));
    var text =
        switch (kind) {
          case "two words" -> word + " " + Vocabulary.word(random.nextInt(from, to));
          case "prefix" -> word.substring(0, 3) + "*";
          default -> word;
        };
    return (Query)
        QueryParser.parse(text, ZonedDateTime.now(ZoneOffset.UTC), SearchSettings.DEFAULT);
  }

  private Reach reach() {
    var channels =
        script.some(2 * CHANNELS).stream()
            .filter(dialogue -> dialogue.where() instanceof ChannelName)
            .map(dialogue -> new InChannel((ChannelName) dialogue.where(), 0, null))
            .toList();
    return new Reach(List.copyOf(channels), null);
  }
}
