package chat.salon.store;

/// Where the store keeps its data and how it works. Section `[store]` of the configuration.
///
/// @param url `sqlite:` and a file, beside the other data unless the path is absolute
/// @param readers how many questions are read at once
/// @param queue how many appends, and how many questions, may wait before more are refused
/// @param commitRows how many rows share one transaction at most
public record StoreSettings(String url, int readers, int queue, int commitRows) {
  public static final StoreSettings DEFAULT = new StoreSettings("sqlite:salon.db", 3, 4096, 2048);

  public StoreSettings {
    if (!url.startsWith("sqlite:") || url.length() == "sqlite:".length()) {
      throw new IllegalArgumentException(
          "store.url is \"" + url + "\": it must be sqlite: and the name of a file");
    }
    check("readers", readers, 1, 64);
    check("queue", queue, 16, 1 << 20);
    check("commit_rows", commitRows, 1, 65_536);
  }

  private static void check(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "store." + key + " is " + value + ": it must be from " + least + " to " + most);
    }
  }
}
