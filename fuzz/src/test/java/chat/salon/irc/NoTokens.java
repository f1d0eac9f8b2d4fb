package chat.salon.irc;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.account.Token;
import chat.salon.core.account.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A store without a token.
final class NoTokens implements Tokens {
  @Override
  public Optional<Token> add(byte[] hash, Token token) {
    return Optional.empty();
  }

  @Override
  public Optional<Token> find(byte[] hash) {
    return Optional.empty();
  }

  @Override
  public List<Token> of(AccountName account) {
    return List.of();
  }

  @Override
  public List<Token> webhooks(ChannelName channel) {
    return List.of();
  }

  @Override
  public void use(long id, Instant when, String address) {}

  @Override
  public boolean remove(AccountName account, long id) {
    return false;
  }

  @Override
  public int forget(Instant ended, Instant unused) {
    return 0;
  }
}
