package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.CustomStatus;
import chat.salon.core.Fold;
import chat.salon.core.Metadata;
import chat.salon.core.Role;
import chat.salon.core.account.Profile;
import chat.salon.core.account.Profiles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What everybody may know of accounts, in SQL.
final class SqlProfiles implements Profiles {
  private static final String FIND =
      """
      select a.name, a.display_name, a.role, a.created, b.account_id, s.content, s.until, v.host
      from account a left join bot b on b.account_id = a.id
      left join custom_status s on s.account_id = a.id
      left join vhost v on v.account_id = a.id and v.is_on = 1
      where a.folded = ? and a.dropped is null\
      """;

  private static final String SEARCH =
      """
      select a.name, a.display_name, a.role, a.created, b.account_id, s.content, s.until, v.host
      from account a left join bot b on b.account_id = a.id
      left join custom_status s on s.account_id = a.id
      left join vhost v on v.account_id = a.id and v.is_on = 1
      where folded > ? and a.dropped is null and ((name_sought >= ? and name_sought < ?)
        or (display_name_sought >= ? and display_name_sought < ?)
        or display_name_sought like ? escape '!'
        or name_sought like ? escape '!' or name_sought like ? escape '!')
      order by folded limit ?\
      """;

  private static final String SET =
      """
      update account set display_name = ?, display_name_sought = ? where folded = ?\
      """;

  private static final String END_STATUS =
      """
      delete from custom_status where account_id = (select id from account where folded = ?)\
      """;

  private static final String SET_STATUS =
      """
      insert into custom_status (account_id, content, until)
      select id, ?, ? from account where folded = ?\
      """;

  private static final int LONGEST_SOUGHT = 200; // of a column that an index holds
  private static final long ROW_BYTES = 1000;

  private final Committer committer;
  private final Readers readers;

  SqlProfiles(Committer committer, Readers readers) {
    this.committer = committer;
    this.readers = readers;
  }

  @Override
  public Optional<Profile> find(AccountName name) {
    return readers.read("a profile", db -> find(db, name));
  }

  private static Optional<Profile> find(Db db, AccountName name) throws SQLException {
    return db.first(FIND, SqlProfiles::profile, name.folded());
  }

  private static Profile profile(ResultSet row) throws SQLException {
    return new Profile(
        AccountName.trusted(row.getString(1)),
        row.getString(2),
        Role.valueOf(row.getString(3)),
        Instant.ofEpochMilli(row.getLong(4)),
        row.getLong(5) > 0,
        row.getString(8),
        customStatus(row));
  }

  private static @Nullable CustomStatus customStatus(ResultSet row) throws SQLException {
    var text = row.getString(6);
    long until = row.getLong(7);
    return text == null
        ? null
        : new CustomStatus(text, until == 0 ? null : Instant.ofEpochMilli(until));
  }

  @Override
  public List<Profile> find(Collection<AccountName> names) {
    return readers.read(
        "profiles",
        db -> {
          var found = new ArrayList<Profile>();
          for (var name : names) {
            find(db, name).ifPresent(found::add);
          }
          return List.copyOf(found);
        });
  }

  @Override
  public List<Profile> search(String prefix, String after, int limit) {
    var begin = sought(prefix);
    var end = Prefix.end(begin);
    var word = begin.replaceAll("[!%_]", "!$0") + '%';
    return readers.read(
        "a search for people",
        db ->
            db.all(
                SEARCH,
                SqlProfiles::profile,
                Fold.ascii(after),
                begin,
                end,
                begin,
                end,
                "% " + word,
                "%-" + word,
                "%!_" + word,
                limit));
  }

  @Override
  public void setDisplayName(AccountName name, @Nullable String displayName) {
    var sought = displayName == null ? null : sought(displayName);
    committer.commit(1, ROW_BYTES, db -> db.update(SET, displayName, sought, name.folded()));
  }

  @Override
  public void setCustomStatus(AccountName name, @Nullable CustomStatus status) {
    committer.commit(
        2,
        ROW_BYTES,
        db -> {
          db.update(END_STATUS, name.folded());
          if (status != null) {
            var until = status.until();
            db.update(
                SET_STATUS, status.text(), until == null ? 0 : until.toEpochMilli(), name.folded());
          }
          return true;
        });
  }

  @Override
  public Metadata metadata(AccountName name) {
    return readers.read("metadata", db -> MetadataTable.ofAccount(db, name));
  }

  @Override
  public void setMetadata(AccountName name, String key, @Nullable String value) {
    committer.commit(
        2,
        ROW_BYTES,
        db -> {
          MetadataTable.write(db, name, key, value);
          return true;
        });
  }

  /// A name as it is looked for.
  static String sought(String name) {
    var sought = Fold.sought(name.strip());
    return sought.substring(0, Math.min(sought.length(), LONGEST_SOUGHT));
  }
}
