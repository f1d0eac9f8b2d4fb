package chat.salon.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Preview;
import chat.salon.core.preview.PreviewCache;
import chat.salon.core.preview.PreviewCache.Known;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is remembered of pages.
class StoredPreviewsTest extends OnEachDatabase {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Optional<Preview> TEA =
      Optional.of(new Preview("https://one.example/?é=🍵", "One", "Tea \"for\" two 🍵", ""));

  private Store store;
  private PreviewCache cache;

  @BeforeEach
  void open() {
    store = openStore();
    cache = store.previewCache();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_page_is_found_as_it_was_put_last_and_one_without_a_word_too() {
    assertThat(cache.find("https://one.example/")).isEmpty();
    cache.put("https://one.example/", Optional.empty(), NOW);
    assertThat(cache.find("https://one.example/")).contains(new Known(Optional.empty(), NOW));
    cache.put("https://one.example/", TEA, NOW.plusSeconds(1));
    assertThat(cache.find("https://one.example/")).contains(new Known(TEA, NOW.plusSeconds(1)));
    assertThat(cache.find("https://one.example/?")).isEmpty();
  }

  @Test
  void what_is_old_is_forgotten_and_of_the_rest_the_oldest() {
    for (int i = 0; i < 10; i++) {
      cache.put("https://example.org/" + i, TEA, NOW.plusSeconds(i));
    }
    cache.sweep(NOW.plusSeconds(3), 100);
    assertThat(left()).isEqualTo("3456789");
    cache.sweep(NOW.plusSeconds(3), 2);
    assertThat(left()).isEqualTo("89");
    cache.sweep(NOW, 0);
    assertThat(left()).isEmpty();
  }

  private String left() {
    var left = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      if (cache.find("https://example.org/" + i).isPresent()) {
        left.append(i);
      }
    }
    return left.toString();
  }
}
