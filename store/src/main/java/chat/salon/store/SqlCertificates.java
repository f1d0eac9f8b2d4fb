package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.account.Certificates;
import chat.salon.core.account.Fingerprint;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The certificates of accounts in SQL. Changes go through the one writer, like everything.
final class SqlCertificates implements Certificates {
  private static final String OWNER =
      """
      select a.name from certificate c join account a on a.id = c.account_id
      where c.fingerprint = ?\
      """;

  private static final String OF_ACCOUNT =
      """
      select c.fingerprint, c.added from certificate c join account a on a.id = c.account_id
      where a.folded = ? order by c.added, c.fingerprint\
      """;

  private static final String COUNT =
      """
      select count(*) from certificate where account_id = ?\
      """;

  private static final String ACCOUNT =
      """
      select id from account where folded = ?\
      """;

  private static final String ADD =
      """
      insert into certificate (fingerprint, account_id, added) values (?, ?, ?)\
      """;

  private static final String REMOVE =
      """
      delete from certificate
      where fingerprint = ? and account_id = (select id from account where folded = ?)\
      """;

  private static final long BYTES = 200;

  private final Committer committer;
  private final Readers readers;
  private final Database database;

  SqlCertificates(Committer committer, Readers readers, Database database) {
    this.committer = committer;
    this.readers = readers;
    this.database = database;
  }

  @Override
  public Optional<AccountName> owner(Fingerprint fingerprint) {
    return readers.read(
        "a certificate",
        db -> db.first(OWNER, row -> AccountName.trusted(row.getString(1)), fingerprint.hex()));
  }

  @Override
  public List<Certificate> of(AccountName account) {
    return readers.read(
        "certificates",
        db ->
            db.all(
                OF_ACCOUNT,
                row ->
                    new Certificate(
                        new Fingerprint(row.getString(1)), Instant.ofEpochMilli(row.getLong(2))),
                account.folded()));
  }

  @Override
  public Added add(AccountName account, Fingerprint fingerprint, Instant now, int most) {
    return committer.commit(
        1,
        BYTES,
        db -> {
          long id = db.first(ACCOUNT, row -> row.getLong(1), account.folded()).orElse(0L);
          if (db.one(COUNT, row -> row.getLong(1), id) >= most) {
            return Added.FULL;
          }
          try {
            db.attempt(() -> db.update(ADD, fingerprint.hex(), id, now.toEpochMilli()));
            return Added.DONE;
          } catch (SQLException e) {
            if (database.isTaken(e)) {
              return Added.TAKEN;
            }
            throw e;
          }
        });
  }

  @Override
  public boolean remove(AccountName account, Fingerprint fingerprint) {
    return committer.commit(
        1, BYTES, db -> db.update(REMOVE, fingerprint.hex(), account.folded()) > 0);
  }
}
