package chat.salon.store;

import chat.salon.store.Watch.Patience;
import chat.salon.testing.Engine;
import chat.salon.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Tests that hold on every database that Salon knows: each of them has an empty one.
@ParameterizedClass
@EnumSource(Engine.class)
abstract class OnEachDatabase {
  @Parameter Engine engine;
  @TempDir Path folder;
  TestDatabase database;
  StoreSettings settings;

  @BeforeEach
  final void make_an_empty_database() {
    database = engine.make(folder);
    settings = StoreSettings.of(database.url(), database.password());
  }

  @AfterEach
  final void drop_the_database() {
    if (database != null) {
      database.close();
    }
  }

  Store openStore() {
    return Store.open(settings, folder);
  }

  Store openStore(UnaryOperator<Connection> seam, Patience patience) {
    return Store.open(settings, folder, seam, patience);
  }

  /// The part of the store that knows this database.
  Database part() {
    return switch (DatabaseUrl.parse(settings.url())) {
      case DatabaseUrl.File(var path) -> new Sqlite(Path.of(path));
      case DatabaseUrl.Remote url ->
          switch (url.product()) {
            case POSTGRESQL -> new Postgresql(url, settings);
            case MARIADB -> new MariaDb(url, settings);
          };
    };
  }
}
