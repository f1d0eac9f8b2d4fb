package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.account.AuthTokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// The authentication tokens in SQL. Changes go through the one writer, like everything; what is
/// taken is deleted there, so that of two who show a token one is believed.
final class SqlAuthTokens implements AuthTokens {
  private static final String FORGET =
      """
      delete from auth_token where expires <= ?\
      """;

  private static final String COUNT =
      """
      select count(*) from auth_token\
      """;

  private static final String COUNT_OF_ACCOUNT =
      """
      select count(*) from auth_token where account = ?\
      """;

  private static final String COUNT_OF_GUEST =
      """
      select count(*) from auth_token where account = '' and nick = ?\
      """;

  private static final String ADD =
      """
      insert into auth_token (hash, service, account, nick, scope, standing, expires)
      values (?, ?, ?, ?, ?, ?, ?)\
      """;

  private static final String FIND =
      """
      select account, nick, scope, standing from auth_token
      where hash = ? and service = ? and expires > ?\
      """;

  private static final String REMOVE =
      """
      delete from auth_token where hash = ?\
      """;

  private static final String MEMBER = "member";
  private static final String OPERATOR = "operator";
  private static final long BYTES = 300;

  private final Committer committer;

  SqlAuthTokens(Committer committer) {
    this.committer = committer;
  }

  @Override
  public boolean keep(
      String hash, String service, Claims claims, Instant now, Instant expires, Room room) {
    var account = claims.account();
    var standing = claims.operator() ? OPERATOR : claims.member() ? MEMBER : "none";
    return committer.commit(
        1,
        BYTES,
        db -> {
          db.update(FORGET, now.toEpochMilli());
          var name = account == null ? "" : account.shown();
          long own =
              account == null
                  ? db.one(COUNT_OF_GUEST, row -> row.getLong(1), claims.nick())
                  : db.one(COUNT_OF_ACCOUNT, row -> row.getLong(1), name);
          if (own >= room.ofOne() || db.one(COUNT, row -> row.getLong(1)) >= room.all()) {
            return false;
          }
          db.update(
              ADD,
              hash,
              service,
              name,
              claims.nick(),
              claims.scope(),
              standing,
              expires.toEpochMilli());
          return true;
        });
  }

  // Shown to another service, it is used up too.
  @Override
  public Optional<Claims> take(String hash, String service, Instant now) {
    return committer.commit(
        1,
        BYTES,
        db -> {
          var claims = db.first(FIND, SqlAuthTokens::claims, hash, service, now.toEpochMilli());
          return db.update(REMOVE, hash) > 0 ? claims : Optional.<Claims>empty();
        });
  }

  private static Claims claims(ResultSet row) throws SQLException {
    var account = row.getString(1);
    var standing = row.getString(4);
    return new Claims(
        account.isEmpty() ? null : AccountName.trusted(account),
        row.getString(2),
        row.getString(3),
        standing.equals(MEMBER) || standing.equals(OPERATOR),
        standing.equals(OPERATOR));
  }
}
