package chat.salon.core.preview;

/// The section `[previews]` of the configuration. Checked when it is made; an
/// [IllegalArgumentException] names the key.
///
/// @param enabled whether there are any
/// @param privately whether also of links in private conversations and in channels that not
///   everybody may come into
/// @param bytes of a page that are read, unpacked
/// @param seconds that a page may take, redirects and all
/// @param parallel pages that are read at the same time
/// @param perMinute pages that one person has fetched in a minute
/// @param redirects that are followed
/// @param perMessage previews that a message has
/// @param queue messages that wait for theirs
/// @param cachePages that are remembered
/// @param cacheHours for which a page is remembered
/// @param retryHours for which it is remembered that a page has nothing to show
/// @param local whether inner addresses and any port are asked, for tests
public record PreviewSettings(
    boolean enabled,
    boolean privately,
    int bytes,
    int seconds,
    int parallel,
    int perMinute,
    int redirects,
    int perMessage,
    int queue,
    int cachePages,
    int cacheHours,
    int retryHours,
    boolean local) {

  /// What holds where the configuration says nothing.
  public static final PreviewSettings DEFAULT =
      new PreviewSettings(true, false, 1 << 20, 5, 4, 10, 3, 3, 1000, 10_000, 168, 1, false);

  public PreviewSettings {
    check("bytes", bytes, 1024, 16 << 20);
    check("seconds", seconds, 1, 60);
    check("parallel", parallel, 1, 64);
    check("per_minute", perMinute, 1, 1000);
    check("redirects", redirects, 0, 10);
    check("per_message", perMessage, 1, 10);
    check("queue", queue, 1, 1_000_000);
    check("cache_pages", cachePages, 0, 10_000_000);
    check("cache_hours", cacheHours, 1, 8760);
    check("retry_hours", retryHours, 1, 8760);
  }

  private static void check(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "previews." + key + " is " + value + ": it must be from " + least + " to " + most);
    }
  }
}
