package chat.salon.core.account;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.Role;
import chat.salon.core.StoreException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The port in memory, keeping its contract.
final class MemoryAccounts implements Accounts {
  private record Row(Account account, Credentials credentials) {}

  private final Map<AccountName, Row> rows = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();
  private volatile boolean broken;

  void breakDown() {
    broken = true;
  }

  void repair() {
    broken = false;
  }

  Credentials kept(String name) {
    return credentials(AccountName.trusted(name)).orElseThrow();
  }

  @Override
  public Optional<Account> find(AccountName name) {
    return Optional.ofNullable(rows.get(name)).map(Row::account);
  }

  @Override
  public Optional<Credentials> credentials(AccountName name) {
    return Optional.ofNullable(rows.get(name)).map(Row::credentials);
  }

  @Override
  public Optional<Account> create(
      AccountName name, @Nullable String email, Credentials credentials, Instant now) {
    var account = new Account(ids.incrementAndGet(), name, Role.MEMBER, email, now);
    return rows.putIfAbsent(name, new Row(account, credentials)) == null
        ? Optional.of(account)
        : Optional.empty();
  }

  @Override
  public void replace(AccountName name, Credentials credentials) {
    rows.computeIfPresent(name, (_, row) -> new Row(row.account(), credentials));
  }

  @Override
  public boolean hasAdministrator() {
    return rows.values().stream().anyMatch(row -> row.account().role() == Role.ADMINISTRATOR);
  }

  @Override
  public void setRole(AccountName name, Role role) {
    if (broken) {
      throw new StoreException("the disk is full");
    }
    rows.computeIfPresent(name, (_, row) -> new Row(with(role, row.account()), row.credentials()));
  }

  private static Account with(Role role, Account account) {
    return new Account(account.id(), account.name(), role, account.email(), account.created());
  }
}
