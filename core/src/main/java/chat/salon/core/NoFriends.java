package chat.salon.core;

import chat.salon.core.account.Boundaries;
import chat.salon.core.account.Friendships;
import chat.salon.core.account.Privacy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a chat keeps of friends when it has nowhere to keep them: nothing. Every account is as if
/// it were not there.
final class NoFriends implements Friendships, Boundaries {
  @Override
  public List<Friendship> of(AccountName account) {
    return List.of();
  }

  @Override
  public Optional<Step> ask(AccountName by, AccountName to, Instant when) {
    return Optional.empty();
  }

  @Override
  public boolean accept(AccountName by, AccountName asker, Instant when) {
    return false;
  }

  @Override
  public boolean refuse(AccountName by, AccountName asker, Instant when) {
    return false;
  }

  @Override
  public boolean withdraw(AccountName by, AccountName asked) {
    return false;
  }

  @Override
  public boolean part(AccountName by, AccountName friend) {
    return false;
  }

  @Override
  public Optional<Instant> refused(AccountName asker, AccountName by) {
    return Optional.empty();
  }

  @Override
  public Tally tally(AccountName account, Instant since) {
    return new Tally(0, 0, 0);
  }

  @Override
  public List<AccountName> blockedBy(AccountName account) {
    return List.of();
  }

  @Override
  public List<AccountName> blockersOf(AccountName account) {
    return List.of();
  }

  @Override
  public boolean block(AccountName by, AccountName whom, Instant when) {
    return false;
  }

  @Override
  public boolean unblock(AccountName by, AccountName whom) {
    return false;
  }

  @Override
  public Privacy privacy(AccountName account) {
    return Privacy.OPEN;
  }

  @Override
  public void setPrivacy(AccountName account, Privacy privacy) {}

  @Override
  public List<AccountName> heededBy(AccountName account) {
    return List.of();
  }

  @Override
  public boolean heed(AccountName by, AccountName whom) {
    return false;
  }
}
