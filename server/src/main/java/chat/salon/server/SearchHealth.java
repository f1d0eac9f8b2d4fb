package chat.salon.server;

import chat.salon.server.Trouble.Effect;
import chat.salon.store.LuceneSearch;
import java.util.List;

/// How the search index is. Without it the chat goes on, and searches say that they are incomplete.
record SearchHealth(LuceneSearch search) implements Health {

  @Override
  public List<Trouble> troubles() {
    var why = search.trouble();
    return why.isEmpty() ? List.of() : List.of(new Trouble("search", Effect.WARNING, why));
  }
}
