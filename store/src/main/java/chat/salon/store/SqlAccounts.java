package chat.salon.store;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.Fold;
import chat.salon.core.Role;
import chat.salon.core.StoreException;
import chat.salon.core.account.Accounts;
import chat.salon.core.account.Credentials;
import chat.salon.core.account.Suspension;
import chat.salon.core.protect.Deed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The accounts in SQL. Changes go through the one writer, like everything.
final class SqlAccounts implements Accounts {
  private static final String FIND =
      """
      select a.id, a.name, a.role, a.email, a.created, o.name, a.language, s.id, s.reason, s.expires
      from account a left join bot b on b.account_id = a.id left join account o on o.id = b.owner_id
      left join server_ban s on s.kind = 'SUSPENSION' and s.mask = a.folded
      where a.folded = ? and a.dropped is null\
      """;

  private static final String MATCHING =
      """
      select a.id, a.name, a.role, a.email, a.created, o.name, a.language, s.id, s.reason, s.expires
      from account a left join bot b on b.account_id = a.id left join account o on o.id = b.owner_id
      left join server_ban s on s.kind = 'SUSPENSION' and s.mask = a.folded
      where a.folded like ? escape '!' and a.dropped is null order by a.folded limit ?\
      """;

  private static final String SET_EMAIL =
      """
      update account set email = ? where id = ?\
      """;

  private static final String SET_LANGUAGE =
      """
      update account set language = ? where id = ?\
      """;

  private static final String CREDENTIALS =
      """
      select c.account_id, c.password, c.scram
      from credential c join account a on a.id = c.account_id where a.folded = ?\
      """;

  private static final String ADD =
      """
      insert into account (folded, name, role, email, created, name_sought)
      values (?, ?, ?, ?, ?, ?)\
      """;

  private static final String ADD_NICK =
      """
      insert into nick (folded, shown, account_id) values (?, ?, ?)\
      """;

  private static final String ADD_CREDENTIAL =
      """
      insert into credential (password, scram, account_id) values (?, ?, ?)\
      """;

  private static final String REPLACE =
      """
      update credential set password = ?, scram = ? where account_id = ?\
      """;

  private static final String ADMINISTRATORS =
      """
      select count(*) from account where role = 'ADMINISTRATOR'\
      """;

  private static final String SET_ROLE =
      """
      update account set role = ? where id = ?\
      """;

  private static final int ROWS = 3;
  private static final long BYTES = 1000;

  private final Committer committer;
  private final Readers readers;
  private final Database database;
  private final ScramSecrets secrets;
  private final InstantSource clock;

  SqlAccounts(
      Committer committer, Readers readers, Database database, ServerKey key, InstantSource clock) {
    this.committer = committer;
    this.readers = readers;
    this.database = database;
    this.secrets = new ScramSecrets(key);
    this.clock = clock;
  }

  @Override
  public Optional<Account> find(AccountName name) {
    return readers.read("an account", db -> find(db, name));
  }

  private static Optional<Account> find(Db db, AccountName name) throws SQLException {
    return db.first(FIND, SqlAccounts::account, name.folded());
  }

  private static Account account(ResultSet row) throws SQLException {
    var owner = row.getString(6);
    var suspension =
        row.getLong(8) == 0
            ? null
            : new Suspension(
                row.getString(9),
                row.getObject(10) == null ? null : Instant.ofEpochMilli(row.getLong(10)));
    return new Account(
        row.getLong(1),
        AccountName.trusted(row.getString(2)),
        Role.valueOf(row.getString(3)),
        row.getString(4),
        Instant.ofEpochMilli(row.getLong(5)),
        owner == null ? null : AccountName.trusted(owner),
        suspension,
        row.getString(7));
  }

  @Override
  public Optional<Credentials> credentials(AccountName name) {
    return readers.read(
        "credentials", db -> db.first(CREDENTIALS, this::credentials, name.folded()));
  }

  private Credentials credentials(ResultSet row) throws SQLException {
    return new Credentials(row.getString(2), secrets.open(row.getLong(1), row.getBytes(3)));
  }

  @Override
  public Optional<Account> create(
      AccountName name, @Nullable String email, Credentials credentials, Instant now) {
    return committer.commit(
        ROWS,
        BYTES,
        db -> {
          try {
            db.attempt(() -> add(db, name, email, credentials, now));
          } catch (SQLException e) {
            if (database.isTaken(e)) {
              return Optional.empty();
            }
            throw e;
          }
          return find(db, name);
        });
  }

  private void add(
      Db db, AccountName name, @Nullable String email, Credentials credentials, Instant now)
      throws SQLException {
    long id = add(db, name, email, now);
    db.update(ADD_CREDENTIAL, credentials.password(), secrets.seal(id, credentials.scram()), id);
  }

  /// An account that nothing lets in yet, with its nick.
  ///
  /// @return its number
  static long add(Db db, AccountName name, @Nullable String email, Instant now)
      throws SQLException {
    db.update(
        ADD,
        name.folded(),
        name.shown(),
        Role.MEMBER.name(),
        email,
        now.toEpochMilli(),
        SqlProfiles.sought(name.shown()));
    long id = the(db, name).id();
    db.update(ADD_NICK, name.folded(), name.shown(), id);
    return id;
  }

  @Override
  public void replace(AccountName name, Credentials credentials) {
    committer.commit(
        1,
        BYTES,
        db -> {
          long id = the(db, name).id();
          return db.update(
              REPLACE, credentials.password(), secrets.seal(id, credentials.scram()), id);
        });
  }

  @Override
  public List<Account> matching(String glob, int most) {
    var like = Fold.name(glob).replaceAll("[!%_]", "!$0").replace('*', '%').replace('?', '_');
    return readers.read("accounts", db -> db.all(MATCHING, SqlAccounts::account, like, most));
  }

  @Override
  public void setEmail(AccountName name, @Nullable String email) {
    committer.commit(1, BYTES, db -> db.update(SET_EMAIL, email, the(db, name).id()));
  }

  @Override
  public void setLanguage(AccountName name, @Nullable String language) {
    committer.commit(1, BYTES, db -> db.update(SET_LANGUAGE, language, the(db, name).id()));
  }

  @Override
  public boolean drop(AccountName name, Deed deed) {
    return committer.commit(
        DroppedAccount.ROWS,
        BYTES,
        db -> {
          AuditTable.lock(db);
          var account = find(db, name);
          if (account.isEmpty()
              || !DroppedAccount.drop(db, account.get().id(), deed.at().toEpochMilli())) {
            return false;
          }
          AuditTable.add(db, deed);
          return true;
        });
  }

  @Override
  public boolean hasAdministrator() {
    return readers.read("administrators", db -> db.one(ADMINISTRATORS, row -> row.getInt(1) > 0));
  }

  @Override
  public void setRole(AccountName name, Role role) {
    committer.commit(
        2,
        BYTES,
        db -> {
          var account = the(db, name);
          AuditTable.add(
              db,
              clock.instant(),
              "server",
              "set_role",
              account.name().shown(),
              "{\"from\":\"" + account.role() + "\",\"to\":\"" + role + "\"}");
          return db.update(SET_ROLE, role.name(), account.id());
        });
  }

  private static Account the(Db db, AccountName name) throws SQLException {
    return find(db, name)
        .orElseThrow(() -> new StoreException("There is no account " + name + "."));
  }
}
