package chat.salon.store;

import chat.salon.core.StoreException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/// Brings the tables of a database to what this program knows.
final class Migrations {
  private static final String FOLDER = "classpath:chat/salon/store/migration";

  private Migrations() {}

  /// @throws StoreException a newer program made the tables, or they could not be changed
  static void run(Database database) {
    var flyway =
        Flyway.configure()
            .dataSource(database.forMigration())
            .locations(FOLDER)
            .placeholders(database.types())
            .loggers("slf4j")
            .failOnMissingLocations(true)
            .load();
    try {
      for (var migration : flyway.info().all()) {
        if (migration.getState() == MigrationState.FUTURE_SUCCESS
            || migration.getState() == MigrationState.FUTURE_FAILED) {
          throw new StoreException(newer(database, migration, flyway));
        }
      }
      flyway.migrate();
    } catch (FlywayException e) {
      throw new StoreException(
          "The tables of " + database.name() + " cannot be brought up to date: " + e.getMessage(),
          e);
    }
  }

  private static String newer(Database database, MigrationInfo migration, Flyway flyway) {
    var known = flyway.info().all();
    var latest = "";
    for (var info : known) {
      if (!info.getState().name().startsWith("FUTURE")) {
        latest = String.valueOf(info.getVersion());
      }
    }
    return database.name()
        + " was written by a newer Salon: it has schema "
        + migration.getVersion()
        + " ("
        + migration.getDescription()
        + "), and this one knows schema "
        + latest
        + ". Start the newer Salon, or restore the backup from before the upgrade.";
  }
}
