package chat.salon.store;

import static chat.salon.store.Cast.ALICE;
import static chat.salon.store.Cast.BOB;
import static chat.salon.store.Cast.CAROL;
import static chat.salon.store.Cast.COFFEE;
import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Event.About;
import chat.salon.core.Event.Reacted;
import chat.salon.core.Event.Redacted;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Pair;
import chat.salon.core.Rank;
import chat.salon.core.search.MessageSearch.Mark;
import chat.salon.core.search.MessageSearch.Order;
import chat.salon.core.search.Query;
import chat.salon.core.search.QueryParser;
import chat.salon.core.search.SearchSettings;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is found, on every database.
class SearchTest extends OnEachDatabase {
  private Store store;
  private LuceneSearch search;
  private Talk tea;
  private Finder finder;

  @BeforeEach
  void open() {
    store = openStore();
    search = store.search(SearchSettings.DEFAULT);
    tea = new Talk(store, TEA);
    finder = Finder.in(search, TEA);
  }

  @AfterEach
  void close() {
    search.close();
    store.close();
  }

  @Test
  void a_word_is_found_in_its_forms_without_accents_and_capitals() {
    var written = tea.say(ALICE, "La RÉUNION de l'été");
    var plural = tea.say(BOB, "deux reunions");
    tea.say(BOB, "rien");
    finder.await("reunion", plural, written);
    finder.await("Réunions", plural, written);
    finder.await("ete", written);
    finder.await("l'été", written);
    finder.await("réunion de", written);
    finder.await("réunion demain");
  }

  @Test
  void phrases_prefixes_and_words_that_are_not_wanted() {
    var one = tea.say(ALICE, "le thé vert est prêt");
    var two = tea.say(ALICE, "vert, le thé ?");
    finder.await("\"le the\"", two, one);
    finder.await("\"the vert\"", one);
    finder.await("ver*", two, one);
    finder.await("ver* -pret", two);
    finder.await("thé -\"thé vert\"", two);
    finder.await("theie*");
    finder.await("exemple.fr");
  }

  @Test
  void who_said_it_and_what_is_in_it() {
    var alice = Cast.account(store, "alice2");
    var said = tea.say(alice, "voyez https://exemple.fr/menu");
    var other = tea.say(BOB, "voyez ici");
    finder.await("voyez", other, said);
    finder.await("from:alice2", said);
    finder.await("from:BOB", other);
    finder.await("voyez -from:bob", said);
    finder.await("from:bob from:alice2", other, said);
    finder.await("has:link", said);
    finder.await("voyez -has:link", other);
    finder.await("exemp*", said);
  }

  @Test
  void moments_bound_what_is_found() {
    var said = tea.say(ALICE, "maintenant");
    finder.await("maintenant after:2020", said);
    finder.await("maintenant before:2020");
    finder.await("on:today", said);
  }

  @Test
  void an_edit_replaces_what_was_said_and_a_deletion_removes_it() {
    var first = tea.say(ALICE, "secret");
    var second = tea.say(ALICE, "public");
    finder.await("secret", first);
    tea.edit(first, "autre chose", Set.of());
    finder.await("secret");
    finder.await("autre", first);
    tea.append(new Redacted(tea.stamp(), TEA, ALICE, About.of(first, ALICE), ""));
    finder.await("autre");
    finder.await("from:alice", second);
  }

  @Test
  void reactions_come_and_go() {
    var said = tea.say(ALICE, "bravo");
    finder.await("bravo", said);
    tea.append(new Reacted(tea.stamp(), TEA, BOB, About.of(said, BOB), "👍", true));
    finder.await("has:reaction", said);
    tea.append(new Reacted(tea.stamp(), TEA, BOB, About.of(said, BOB), "👍", false));
    finder.await("has:reaction");
    finder.await("bravo", said);
  }

  @Test
  void nobody_finds_what_is_out_of_reach() {
    var all = tea.say(ALICE, "mot pour tous");
    var ops = tea.say(ALICE, Form.MESSAGE, "mot pour les ops", Rank.OP);
    var voices = tea.say(ALICE, Form.MESSAGE, "mot pour les voix", Rank.VOICE);
    var elsewhere = new Talk(store, COFFEE).say(ALICE, "mot ailleurs");
    var pair = new Talk(store, Pair.of(ALICE, BOB)).say(ALICE, "mot doux");
    Finder.in(search, TEA, COFFEE).await("mot", elsewhere, all);
    finder.await("mot", all);
    finder.ranked(TEA, Rank.OP).await("mot", voices, ops, all);
    finder.ranked(TEA, Rank.VOICE).await("mot", voices, all);
    finder.since(TEA, ops).await("mot");
    Finder.inPrivate(search, ALICE).await("mot", pair);
    Finder.inPrivate(search, BOB).await("mot", pair);
    assertThat(Finder.inPrivate(search, CAROL).find("mot")).isEmpty();
  }

  @Test
  void pages_follow_each_other_in_every_order() {
    var said = new ArrayList<Said>();
    for (int i = 0; i < 10; i++) {
      said.add(tea.say(ALICE, i == 4 ? "mot mot mot" : "mot et beaucoup d'autres " + i));
    }
    finder.await("mot", ids(said.reversed()));
    assertThat(paged(Order.NEWEST)).isEqualTo(ids(said.reversed()));
    assertThat(paged(Order.OLDEST)).isEqualTo(ids(said));
    assertThat(paged(Order.BEST))
        .startsWith(said.get(4).stamp().id())
        .containsExactlyInAnyOrderElementsOf(ids(said));
  }

  private static List<Long> ids(List<Said> said) {
    return Finder.ids(said.toArray(Said[]::new));
  }

  private List<Long> paged(Order order) {
    var all = new ArrayList<Long>();
    var page = finder.find("mot", order, null, 3);
    while (page.hasMore()) {
      all.addAll(Finder.ids(page));
      var last = page.matches().getLast();
      var cursor =
          new chat.salon.core.search.Cursor(order == Order.BEST ? last.score() : 0, last.id());
      page = finder.find("mot", order, cursor, 3);
    }
    all.addAll(Finder.ids(page));
    return all;
  }

  @Test
  void what_was_found_is_marked_in_the_text() {
    assertThat(
            marked("réunion \"le thé\" ver*", "Les RÉUNIONS : le thé vert, vers 8 h, pas le café"))
        .containsExactly("RÉUNIONS", "le", "thé", "vert", "vers");
    assertThat(marked("-thé from:alice", "thé")).isEmpty();
  }

  private List<String> marked(String query, String text) {
    var parsed =
        (Query) QueryParser.parse(query, ZonedDateTime.now(ZoneOffset.UTC), SearchSettings.DEFAULT);
    return search.marks(parsed, text).stream()
        .map((Mark mark) -> text.substring(mark.start(), mark.start() + mark.length()))
        .toList();
  }
}
