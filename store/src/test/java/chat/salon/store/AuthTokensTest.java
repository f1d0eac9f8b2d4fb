package chat.salon.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.account.AuthTokens.Claims;
import chat.salon.core.account.AuthTokens.Room;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The authentication tokens, on a real database.
class AuthTokensTest extends OnEachDatabase {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(300);
  private static final Claims ALICE =
      new Claims(AccountName.trusted("Alice"), "alice", "#tea", true, false);
  private static final Room ROOMY = new Room(10, 10);
  private static final Room ONE = new Room(1, 1);
  private static final Claims GUEST = new Claims(null, "bob", "", false, false);

  @Test
  void each_is_good_once_for_its_service_until_it_is_over() {
    try (var store = openStore()) {
      var tokens = store.authTokens();
      assertThat(tokens.keep("aa", "files", ALICE, NOW, LATER, ROOMY)).isTrue();
      assertThat(tokens.keep("bb", "files", GUEST, NOW, LATER, ROOMY)).isTrue();
      assertThat(tokens.keep("cc", "files", GUEST, NOW, LATER, ROOMY)).isTrue();
      assertThat(tokens.take("aa", "files", NOW)).contains(ALICE);
      assertThat(tokens.take("aa", "files", NOW)).isEmpty();
      assertThat(tokens.take("bb", "quotes", NOW)).isEmpty();
      assertThat(tokens.take("bb", "files", NOW)).isEmpty();
      assertThat(tokens.take("cc", "files", LATER)).isEmpty();
    }
  }

  @Test
  void one_persons_leave_room_for_others() {
    try (var store = openStore()) {
      var tokens = store.authTokens();
      var room = new Room(3, 1);
      assertThat(tokens.keep("aa", "files", ALICE, NOW, LATER, room)).isTrue();
      assertThat(tokens.keep("bb", "files", ALICE, NOW, LATER, room)).isFalse();
      assertThat(tokens.keep("cc", "files", GUEST, NOW, LATER, room)).isTrue();
      assertThat(tokens.keep("dd", "files", GUEST, NOW, LATER, room)).isFalse();
    }
  }

  @Test
  void those_that_are_over_make_room() {
    try (var store = openStore()) {
      var tokens = store.authTokens();
      assertThat(tokens.keep("aa", "files", GUEST, NOW, LATER, ONE)).isTrue();
      assertThat(tokens.keep("bb", "files", GUEST, NOW, LATER, ONE)).isFalse();
      assertThat(tokens.keep("bb", "files", GUEST, LATER, LATER.plusSeconds(1), ONE)).isTrue();
    }
  }
}
