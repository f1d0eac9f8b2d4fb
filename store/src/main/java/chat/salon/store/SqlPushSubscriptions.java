package chat.salon.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.AccountName;
import chat.salon.core.push.PushSubscription;
import chat.salon.core.push.PushSubscription.Form;
import chat.salon.core.push.PushSubscriptions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;

/// The devices that want to be told, in SQL.
final class SqlPushSubscriptions implements PushSubscriptions {
  private static final String OF_ACCOUNT =
      """
      select a.name, p.token_id, p.form, p.endpoint, p.device_key, p.device_secret, p.shows_text
      from push_subscription p join account a on a.id = p.account_id where a.folded = ?
      order by p.created, p.endpoint_hash\
      """;

  private static final String COUNT =
      """
      select count(*) from push_subscription where account_id = ? and endpoint_hash <> ?\
      """;

  private static final String REPLACED =
      """
      delete from push_subscription where endpoint_hash = ?\
      """;

  private static final String ADD =
      """
      insert into push_subscription
        (endpoint_hash, account_id, token_id, form, endpoint, device_key, device_secret, shows_text,
         created)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  private static final String REMOVE =
      """
      delete from push_subscription where endpoint_hash = ? and account_id = ?\
      """;

  private static final String REMOVE_WITHOUT_TOKEN =
      """
      delete from push_subscription where account_id = ? and token_id is null\
      """;

  private static final long BYTES = 2000;

  private final Committer committer;
  private final Readers readers;
  private final InstantSource clock;
  private final AccountIds accounts = new AccountIds(); // on the committer's thread only

  SqlPushSubscriptions(Committer committer, Readers readers, InstantSource clock) {
    this.committer = committer;
    this.readers = readers;
    this.clock = clock;
  }

  @Override
  public boolean put(PushSubscription one, int most) {
    var hash = hash(one.endpoint());
    long now = clock.millis();
    return committer.commit(
        1,
        BYTES,
        db -> {
          long account = accounts.find(db, one.account());
          if (account == 0 || db.one(COUNT, row -> row.getInt(1), account, hash) > most) {
            return false;
          }
          db.update(REPLACED, hash);
          db.update(
              ADD,
              hash,
              account,
              one.token() == 0 ? null : one.token(),
              one.form().name(),
              one.endpoint(),
              one.key(),
              one.secret(),
              one.showsText() ? 1 : 0,
              now);
          return true;
        });
  }

  @Override
  public void remove(AccountName account, String endpoint) {
    var hash = hash(endpoint);
    committer.commit(1, BYTES, db -> db.update(REMOVE, hash, accounts.find(db, account)));
  }

  @Override
  public void removeWithoutToken(AccountName account) {
    committer.commit(1, BYTES, db -> db.update(REMOVE_WITHOUT_TOKEN, accounts.find(db, account)));
  }

  @Override
  public List<PushSubscription> of(AccountName account) {
    return readers.read(
        "devices", db -> db.all(OF_ACCOUNT, SqlPushSubscriptions::subscription, account.folded()));
  }

  private static PushSubscription subscription(ResultSet row) throws SQLException {
    return new PushSubscription(
        AccountName.trusted(row.getString(1)),
        row.getLong(2), // 0 for null
        Form.valueOf(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getInt(7) != 0);
  }

  // Endpoints are longer than what databases make indexes of.
  private static String hash(String endpoint) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(endpoint.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}
