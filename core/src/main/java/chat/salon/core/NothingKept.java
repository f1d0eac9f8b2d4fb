package chat.salon.core;

import chat.salon.core.account.Boundaries;
import chat.salon.core.account.Friendships;
import chat.salon.core.account.Privacy;
import chat.salon.core.account.Profile;
import chat.salon.core.account.Profiles;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a chat knows of accounts when it has nowhere to keep it: nothing. Every account is as if it
/// were not there.
final class NothingKept implements Friendships, Boundaries, Profiles {
  @Override
  public Optional<Profile> find(AccountName name) {
    return Optional.empty();
  }

  @Override
  public List<Profile> find(Collection<AccountName> names) {
    return List.of();
  }

  @Override
  public List<Profile> search(String prefix, String after, int limit) {
    return List.of();
  }

  @Override
  public void setDisplayName(AccountName name, @Nullable String displayName) {}

  @Override
  public void setCustomStatus(AccountName name, @Nullable CustomStatus status) {}

  @Override
  public Metadata metadata(AccountName name) {
    return Metadata.NONE;
  }

  @Override
  public void setMetadata(AccountName name, String key, @Nullable String value) {}

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
