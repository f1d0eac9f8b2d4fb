package chat.salon.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import chat.salon.store.Store;
import chat.salon.store.StoreSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whether it would be noticed if pages were wrong: figures of wrong pages are worth nothing.
class PagingTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Paging.Kind.class)
  void every_page_holds_what_was_written(Paging.Kind kind) throws InterruptedException {
    try (var store = Store.open(StoreSettings.DEFAULT, folder)) {
      var script = new Script(20);
      script.play(store, 3000, _ -> {});
      var questions = new Paging(store.messageLog(), script).questions(kind, 100);

      questions.forEach(question -> question.ask(store.messageLog()));

      assertThat(script.size()).isEqualTo(3000);
      assertThat(questions).anyMatch(question -> question.count() >= 47);
    }
  }

  @Test
  void a_page_with_a_message_too_many_is_noticed() throws InterruptedException {
    try (var store = Store.open(StoreSettings.DEFAULT, folder)) {
      var script = new Script(20);
      script.play(store, 1000, _ -> {});
      var paging = new Paging(store.messageLog(), script);
      var right = paging.questions(Paging.Kind.NEWEST, 1).getFirst();
      var wrong = new Paging.Question(right.page(), right.first(), right.count() - 1);

      assertThatIllegalStateException().isThrownBy(() -> wrong.ask(store.messageLog()));
    }
  }
}
