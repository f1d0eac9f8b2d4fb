package chat.salon.core.account;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.Glob;
import chat.salon.core.Role;
import chat.salon.core.StoreException;
import chat.salon.core.protect.Deed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
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
  public List<Account> matching(String glob, int most) {
    return rows.values().stream()
        .map(Row::account)
        .filter(account -> Glob.matches(glob, account.name().shown()))
        .sorted(Comparator.comparing(account -> account.name().folded()))
        .limit(most)
        .toList();
  }

  @Override
  public void setEmail(AccountName name, @Nullable String email) {
    change(name, one -> changed(one, email, one.suspension(), one.language()));
  }

  @Override
  public void setLanguage(AccountName name, @Nullable String language) {
    change(name, one -> changed(one, one.email(), one.suspension(), language));
  }

  void suspend(AccountName name, @Nullable Suspension suspension) {
    change(name, one -> changed(one, one.email(), suspension, one.language()));
  }

  private void change(AccountName name, UnaryOperator<Account> change) {
    rows.computeIfPresent(
        name, (_, row) -> new Row(change.apply(row.account()), row.credentials()));
  }

  private static Account changed(
      Account one,
      @Nullable String email,
      @Nullable Suspension suspension,
      @Nullable String language) {
    return new Account(
        one.id(), one.name(), one.role(), email, one.created(), one.owner(), suspension, language);
  }

  @Override
  public boolean drop(AccountName name, Deed deed) {
    return rows.remove(name) != null;
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
