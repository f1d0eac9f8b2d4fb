package chat.salon.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Where the store keeps its data and how it works. Section `[store]` of the configuration.
///
/// @param url `sqlite:` and a file, beside the other data unless the path is absolute; or a
///   database server, see [DatabaseUrl]
/// @param password of the user on the database server; empty when it asks for none
/// @param passwordFile where the password stands instead; empty for none
/// @param tls whether the connection to a database server is encrypted
/// @param tlsCa certificates, as PEM, of those who may have signed the server's; empty for those
///   that Java trusts
/// @param timeout how long a database server may take to answer, or to come back, before those who
///   wait are refused
/// @param readers how many questions are read at once
/// @param queue how many appends, and how many questions, may wait before more are refused
/// @param commitRows how many rows share one transaction at most
/// @param requestKeys for how long a request that is asked again is known to be the same
public record StoreSettings(
    String url,
    String password,
    Path passwordFile,
    TlsMode tls,
    Path tlsCa,
    Duration timeout,
    int readers,
    int queue,
    int commitRows,
    Duration requestKeys) {
  private static final Path NONE = Path.of("");

  public static final StoreSettings DEFAULT = of("sqlite:salon.db", "");

  public StoreSettings {
    var _ = DatabaseUrl.parse(url);
    if (!password.isEmpty() && !passwordFile.equals(NONE)) {
      throw new IllegalArgumentException(
          "store.password_file is given, and so is store.password: only one of them may be");
    }
    if (timeout.compareTo(Duration.ofMillis(100)) < 0
        || timeout.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException("store.timeout must be from 100ms to 1m");
    }
    if (requestKeys.compareTo(Duration.ofMinutes(1)) < 0
        || requestKeys.compareTo(Duration.ofDays(7)) > 0) {
      throw new IllegalArgumentException("store.request_keys must be from 1m to 7d");
    }
    check("readers", readers, 1, 64);
    check("queue", queue, 16, 1 << 20);
    check("commit_rows", commitRows, 1, 65_536);
  }

  /// The default settings for this database.
  public static StoreSettings of(String url, String password) {
    return new StoreSettings(
        url,
        password,
        NONE,
        TlsMode.AUTO,
        NONE,
        Duration.ofSeconds(10),
        3,
        4096,
        2048,
        Duration.ofHours(1));
  }

  /// The same with another time for a database server to answer.
  public StoreSettings withTimeout(Duration other) {
    return new StoreSettings(
        url, password, passwordFile, tls, tlsCa, other, readers, queue, commitRows, requestKeys);
  }

  private static void check(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "store." + key + " is " + value + ": it must be from " + least + " to " + most);
    }
  }

  /// The password, from wherever it stands.
  ///
  /// @throws IllegalArgumentException its file cannot be read
  String secret() {
    if (passwordFile.equals(NONE)) {
      return password;
    }
    try {
      return Files.readString(passwordFile).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "store.password_file is " + passwordFile + ", which cannot be read: " + e, e);
    }
  }

  boolean hasTlsCa() {
    return !tlsCa.equals(NONE);
  }

  /// Without the password.
  @Override
  public String toString() {
    return "StoreSettings[" + url + "]";
  }
}
