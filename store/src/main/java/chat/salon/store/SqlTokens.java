package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.account.Token;
import chat.salon.core.account.Token.Kind;
import chat.salon.core.account.Token.Scope;
import chat.salon.core.account.Tokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The tokens in SQL. Changes go through the one writer, like everything.
final class SqlTokens implements Tokens {
  private static final String ADD =
      """
      insert into token
        (hash, account_id, kind, name, scopes, channel, channel_folded, created, used, expires,
         address)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  private static final String FIND =
      """
      select t.id, a.name, t.kind, t.name, t.scopes, t.channel, t.created, t.used, t.expires,
        t.address
      from token t join account a on a.id = t.account_id
        left join bot b on b.account_id = t.account_id
      where t.hash = ? and b.retired is null\
      """;

  private static final String OF_ACCOUNT =
      """
      select t.id, a.name, t.kind, t.name, t.scopes, t.channel, t.created, t.used, t.expires,
        t.address
      from token t join account a on a.id = t.account_id where a.folded = ?
      order by t.used desc, t.id desc\
      """;

  private static final String OF_CHANNEL =
      """
      select t.id, a.name, t.kind, t.name, t.scopes, t.channel, t.created, t.used, t.expires,
        t.address
      from token t join account a on a.id = t.account_id
      where t.kind = 'WEBHOOK' and t.channel_folded = ?
      order by t.used desc, t.id desc\
      """;

  private static final String USE =
      """
      update token set used = ?, address = ? where id = ? and used <= ?\
      """;

  private static final String REMOVE =
      """
      delete from token where id = ? and account_id = ?\
      """;

  private static final String FORGET =
      """
      delete from token where expires < ? or (kind = 'BROWSER' and used < ?)\
      """;

  private static final long BYTES = 500;

  private final Committer committer;
  private final Readers readers;
  private final AccountIds accounts = new AccountIds();

  SqlTokens(Committer committer, Readers readers) {
    this.committer = committer;
    this.readers = readers;
  }

  @Override
  public Optional<Token> add(byte[] hash, Token token) {
    var text = HexFormat.of().formatHex(hash);
    return committer.commit(
        1,
        BYTES,
        db -> {
          long account = accounts.find(db, token.account());
          if (account == 0) {
            return Optional.<Token>empty();
          }
          db.update(
              ADD,
              text,
              account,
              token.kind().name(),
              token.name(),
              words(token.scopes()),
              token.channel() == null ? null : token.channel().shown(),
              token.channel() == null ? null : token.channel().folded(),
              token.created().toEpochMilli(),
              token.used().toEpochMilli(),
              token.expires().toEpochMilli(),
              token.address());
          return db.first(FIND, SqlTokens::token, text);
        });
  }

  @Override
  public Optional<Token> find(byte[] hash) {
    var text = HexFormat.of().formatHex(hash);
    return readers.read("a token", db -> db.first(FIND, SqlTokens::token, text));
  }

  @Override
  public List<Token> of(AccountName account) {
    return readers.read("tokens", db -> db.all(OF_ACCOUNT, SqlTokens::token, account.folded()));
  }

  @Override
  public List<Token> webhooks(ChannelName channel) {
    return readers.read("webhooks", db -> db.all(OF_CHANNEL, SqlTokens::token, channel.folded()));
  }

  @Override
  public void use(long id, Instant when, String address) {
    long used = when.toEpochMilli();
    committer.commit(1, BYTES, db -> db.update(USE, used, address, id, used));
  }

  @Override
  public boolean remove(AccountName account, long id) {
    return committer.commit(1, BYTES, db -> db.update(REMOVE, id, accounts.find(db, account)) > 0);
  }

  @Override
  public int forget(Instant ended, Instant unused) {
    return committer.commit(
        1, BYTES, db -> db.update(FORGET, ended.toEpochMilli(), unused.toEpochMilli()));
  }

  private static Token token(ResultSet row) throws SQLException {
    return new Token(
        row.getLong(1),
        AccountName.trusted(row.getString(2)),
        Kind.valueOf(row.getString(3)),
        row.getString(4),
        scopes(row.getString(5)),
        channel(row.getString(6)),
        Instant.ofEpochMilli(row.getLong(7)),
        Instant.ofEpochMilli(row.getLong(8)),
        Instant.ofEpochMilli(row.getLong(9)),
        row.getString(10));
  }

  private static @Nullable ChannelName channel(@Nullable String name) {
    return name == null ? null : ChannelName.trusted(name);
  }

  private static String words(Set<Scope> scopes) {
    return scopes.stream().map(Scope::name).sorted().collect(Collectors.joining(" "));
  }

  private static Set<Scope> scopes(String words) {
    var scopes = EnumSet.noneOf(Scope.class);
    for (var word : words.split(" ")) {
      if (!word.isEmpty()) {
        scopes.add(Scope.valueOf(word));
      }
    }
    return scopes;
  }
}
