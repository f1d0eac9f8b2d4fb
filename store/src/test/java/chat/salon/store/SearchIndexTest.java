package chat.salon.store;

import static chat.salon.store.Cast.ALICE;
import static chat.salon.store.Cast.BOB;
import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.salon.core.Event.About;
import chat.salon.core.Event.Reacted;
import chat.salon.core.Event.Redacted;
import chat.salon.core.Event.Said;
import chat.salon.core.StoreException;
import chat.salon.core.search.SearchSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The index is derived from the log: however it comes about, the same is found.
class SearchIndexTest extends OnEachDatabase {
  private static final int MANY = 2500; // more than one question to the database

  @Test
  void an_index_that_was_lost_or_damaged_is_made_anew_and_finds_the_same() throws IOException {
    List<Long> followed;
    List<Long> reacted;
    try (var store = openStore()) {
      try (var search = store.search(SearchSettings.DEFAULT)) {
        var finder = Finder.in(search, TEA);
        var tea = new Talk(store, TEA);
        live(tea);
        var last = tea.say(BOB, "la fin");
        finder.await("fin", last);
        followed = finder.find("mot");
        reacted = finder.find("has:reaction");
        assertThat(followed).isNotEmpty();
        assertThat(reacted).isNotEmpty();
      }
      Folders.delete(index());
      findsTheSame(store, followed, reacted);
      damage();
      findsTheSame(store, followed, reacted);
      losePart();
      findsTheSame(store, followed, reacted);
    }
  }

  private void findsTheSame(Store store, List<Long> followed, List<Long> reacted) {
    try (var search = store.search(SearchSettings.DEFAULT)) {
      var finder = Finder.in(search, TEA);
      finder.awaitComplete();
      finder.await("mot", followed);
      finder.await("has:reaction", reacted);
    }
  }

  // What people do: they say things, and change, delete and react to some of them.
  private static void live(Talk tea) {
    var random = new Random(6);
    var said = new ArrayList<Said>();
    for (int i = 0; i < 60; i++) {
      said.add(tea.say(ALICE, i % 3 == 0 ? "un mot " + i : "autre " + i));
      var one = said.get(random.nextInt(said.size()));
      switch (random.nextInt(6)) {
        case 0 -> {
          said.remove(one);
          tea.append(new Redacted(tea.stamp(), TEA, ALICE, About.of(one, ALICE), ""));
        }
        case 1 -> tea.edit(one, random.nextBoolean() ? "mot changé" : "changé", Set.of());
        case 2 -> {
          said.remove(one); // nobody reacts twice in the same way
          tea.append(new Reacted(tea.stamp(), TEA, BOB, About.of(one, BOB), "👍", true));
        }
        default -> {}
      }
    }
  }

  private Path index() {
    return folder.resolve("search");
  }

  private void losePart() throws IOException {
    try (var files = Files.list(index())) {
      for (var file : files.filter(f -> f.getFileName().toString().endsWith(".si")).toList()) {
        Files.delete(file);
      }
    }
  }

  private void damage() throws IOException {
    try (var files = Files.list(index())) {
      for (var file :
          files.filter(f -> f.getFileName().toString().startsWith("segments_")).toList()) {
        Files.writeString(file, "not what it was");
      }
    }
  }

  @Test
  void a_log_that_is_older_than_its_index_is_indexed_anew() throws IOException {
    try (var backup = engine.make(Files.createDirectory(folder.resolve("backup")))) {
      var restored = StoreSettings.of(backup.url(), backup.password());
      Said kept;
      try (var store = Store.open(restored, folder)) {
        kept = new Talk(store, TEA).say(ALICE, "avant la sauvegarde");
      }
      try (var store = openStore();
          var search = store.search(SearchSettings.DEFAULT)) {
        var lost = new Talk(store, TEA).say(ALICE, "après la sauvegarde");
        Finder.in(search, TEA).await("sauvegarde", lost);
      }
      try (var store = Store.open(restored, folder);
          var search = store.search(SearchSettings.DEFAULT)) {
        Finder.in(search, TEA).await("sauvegarde", kept);
      }
    }
  }

  @Test
  void an_index_that_cannot_be_written_holds_nobody_up_and_goes_on_when_it_can()
      throws IOException {
    Files.writeString(index(), "in the way");
    try (var store = openStore();
        var search = store.search(SearchSettings.DEFAULT)) {
      var finder = Finder.in(search, TEA);
      finder.awaitTrouble();
      var said = new Talk(store, TEA).say(ALICE, "quand même");
      assertThat(search.isComplete()).isFalse();
      assertThatThrownBy(() -> finder.find("quand")).isInstanceOf(StoreException.class);
      Files.delete(index());
      finder.await("quand", said);
      finder.awaitComplete();
      assertThat(search.trouble()).isEmpty();
    }
  }

  @Test
  void many_messages_that_were_there_before_are_indexed() {
    try (var store = openStore()) {
      var tea = new Talk(store, TEA);
      var last = tea.sayMany(ALICE, "bonjour", MANY);
      try (var search = store.search(SearchSettings.DEFAULT)) {
        var finder = Finder.in(search, TEA);
        finder.awaitComplete();
        assertThat(search.size()).isEqualTo(MANY);
        assertThat(finder.find("bonjour").getFirst()).isEqualTo(last.stamp().id());
      }
    }
  }

  @Test
  void what_another_node_takes_is_found_here_too() throws IOException {
    try (var one = openStore();
        var search = one.search(SearchSettings.DEFAULT)) {
      assumeTrue(one.isShared(), "SQLite has one node");
      var another = Files.createDirectory(folder.resolve("other-node"));
      Files.copy(folder.resolve(KeyFile.NAME), another.resolve(KeyFile.NAME));
      try (var other = Store.open(settings, another)) {
        var tea = new Talk(other, TEA);
        var said = tea.say(ALICE, "dit ailleurs");
        var finder = Finder.in(search, TEA);
        finder.await("ailleurs", said);
        tea.edit(said, "changé là-bas", Set.of());
        finder.await("changé", said);
        tea.append(new Redacted(tea.stamp(), TEA, ALICE, About.of(said, ALICE), ""));
        finder.await("changé");
      }
    }
  }
}
