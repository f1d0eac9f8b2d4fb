package chat.salon.core.search;

/// The section `[search]` of the configuration. Checked when it is made; an
/// [IllegalArgumentException] names the key.
///
/// @param page hits of one answer at most
/// @param queryLength characters of one search
/// @param clauses words and filters of one search
/// @param perMinute searches of one person; 0 is no limit
/// @param threads that search at once
/// @param queue searches that may wait for them
/// @param timeoutMillis after which a search tells what it has found so far
/// @param memoryMb that what is not on disk yet may take
/// @param commitSeconds after which what was indexed is on disk: so much is done again after a
///   crash
public record SearchSettings(
    int page,
    int queryLength,
    int clauses,
    int perMinute,
    int threads,
    int queue,
    int timeoutMillis,
    int memoryMb,
    int commitSeconds) {

  /// What holds where the configuration says nothing.
  public static final SearchSettings DEFAULT =
      new SearchSettings(50, 256, 32, 60, 2, 64, 2000, 16, 30);

  public SearchSettings {
    check("page", page, 1, 200);
    check("query_length", queryLength, 16, 4096);
    check("clauses", clauses, 1, 256);
    check("per_minute", perMinute, 0, 6000);
    check("threads", threads, 1, 64);
    check("queue", queue, 1, 10_000);
    check("timeout_millis", timeoutMillis, 10, 60_000);
    check("memory_mb", memoryMb, 1, 2000);
    check("commit_seconds", commitSeconds, 1, 3600);
  }

  private static void check(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "search." + key + " is " + value + ": it must be from " + least + " to " + most);
    }
  }
}
