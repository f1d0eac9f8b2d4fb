package chat.salon.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.CustomStatus;
import chat.salon.core.account.Profile;
import chat.salon.core.port.Settings.Kept;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What accounts are called, how they are found, and what their clients keep.
class ProfilesTest extends OnEachDatabase {
  private static final AccountName LEA = AccountName.trusted("Léa");

  private Store store;

  @BeforeEach
  void open() {
    store = openStore();
    for (var name : List.of("Léa", "leo", "Sam", "zoe")) {
      Cast.account(store, name);
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void people_are_found_by_the_beginning_of_a_name_without_accents() {
    assertThat(found("le")).containsExactly("leo", "Léa");
    assertThat(found("LEA")).containsExactly("Léa");
    assertThat(found("léo")).containsExactly("leo");
    assertThat(found("ea")).isEmpty();
    assertThat(found("%")).isEmpty();
    assertThat(store.profiles().search("", "", 2)).hasSize(2);
  }

  @Test
  void people_are_found_by_the_name_that_they_show() {
    store.profiles().setDisplayName(AccountName.trusted("zoe"), "Œuvre d'Élodie");
    assertThat(found("oeuvre d'e")).containsExactly("zoe");
    var zoe = store.profiles().find(AccountName.trusted("ZOE")).orElseThrow();
    assertThat(zoe.shown()).isEqualTo("Œuvre d'Élodie");
    store.profiles().setDisplayName(zoe.name(), null);
    assertThat(found("oeuvre")).isEmpty();
    assertThat(store.profiles().find(List.of(zoe.name(), AccountName.trusted("nobody"))))
        .extracting(Profile::shown)
        .containsExactly("zoe");
  }

  @Test
  void what_somebody_says_that_they_do_is_kept_until_they_say_something_else() {
    var until = Instant.parse("2026-03-01T12:00:00Z");
    store.profiles().setCustomStatus(LEA, new CustomStatus("📅 en réunion", until));
    assertThat(says()).isEqualTo(new CustomStatus("📅 en réunion", until));
    assertThat(store.profiles().search("lea", "", 1).getFirst().customStatus()).isEqualTo(says());
    store.profiles().setCustomStatus(LEA, new CustomStatus("à la maison", null));
    assertThat(says()).isEqualTo(new CustomStatus("à la maison", null));
    store.profiles().setCustomStatus(LEA, null);
    assertThat(says()).isNull();
    store.profiles().setCustomStatus(AccountName.trusted("nobody"), new CustomStatus("?", null));
  }

  private @Nullable CustomStatus says() {
    return store.profiles().find(LEA).orElseThrow().customStatus();
  }

  @Test
  void people_are_found_by_a_word_inside_of_their_names_and_page_by_page() {
    store.profiles().setDisplayName(AccountName.trusted("zoe"), "Œuvre d'Élodie 100%");
    assertThat(found("100%")).containsExactly("zoe");
    assertThat(found("%")).isEmpty();
    assertThat(found("_")).isEmpty();
    var all = found("");
    var first = store.profiles().search("", "", 1).getFirst().name().shown();
    assertThat(first).isEqualTo(all.getFirst());
    assertThat(store.profiles().search("", first, 10))
        .extracting(profile -> profile.name().shown())
        .containsExactlyElementsOf(all.subList(1, all.size()));
  }

  @Test
  void settings_are_replaced_only_by_who_has_seen_them() {
    var settings = store.settings();
    assertThat(settings.find(LEA)).isEqualTo(Kept.NOTHING);
    assertThat(settings.replace(LEA, Kept.NOTHING, "{\"theme\":\"dark\"}")).isTrue();
    assertThat(settings.replace(LEA, Kept.NOTHING, "{}")).isFalse();
    var kept = settings.find(LEA);
    assertThat(kept.json()).isEqualTo("{\"theme\":\"dark\"}");
    assertThat(settings.replace(LEA, kept, "{\"a\":1}")).isTrue();
    assertThat(settings.replace(LEA, kept, "{\"b\":1}")).isFalse();
    assertThat(settings.find(LEA).json()).isEqualTo("{\"a\":1}");
  }

  @Test
  void of_many_who_replace_settings_at_once_one_does() {
    var all = new ArrayList<CompletableFuture<Boolean>>();
    for (int i = 0; i < 32; i++) {
      var json = "{\"i\":" + i + "}";
      all.add(
          CompletableFuture.supplyAsync(() -> store.settings().replace(LEA, Kept.NOTHING, json)));
    }
    assertThat(all.stream().filter(CompletableFuture::join).count()).isOne();
  }

  private List<String> found(String prefix) {
    return store.profiles().search(prefix, "", 10).stream()
        .map(profile -> profile.name().shown())
        .toList();
  }
}
