package chat.salon.store;

import chat.salon.store.Watch.Patience;
import chat.salon.testing.Engine;
import chat.salon.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Tests that hold on every database that Salon knows: each of them has one in which there is
/// nothing yet.
@ParameterizedClass
@EnumSource(Engine.class)
abstract class OnEachDatabase {
  // Making the tables takes longer than most tests.
  private static final ConcurrentHashMap<Engine, TestDatabase> TEMPLATES =
      new ConcurrentHashMap<>();

  @Parameter Engine engine;
  @TempDir Path folder;
  TestDatabase database;
  StoreSettings settings;

  @BeforeEach
  final void make_a_database() {
    database =
        engine == Engine.MARIADB // which copies none: its tables are made each time
            ? engine.make(folder)
            : engine.makeLike(TEMPLATES.computeIfAbsent(engine, OnEachDatabase::template), folder);
    settings = StoreSettings.of(database.url(), database.password());
  }

  // Lasts as long as this JVM.
  private static TestDatabase template(Engine engine) {
    try {
      var folder = Files.createTempDirectory("salon-template");
      var template = engine.make(folder);
      Migrations.run(part(StoreSettings.of(template.url(), template.password())));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return template;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    return part(settings);
  }

  private static Database part(StoreSettings settings) {
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
