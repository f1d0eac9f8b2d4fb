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
    var flyway = flyway(database);
    try {
      refuseNewer(database, flyway);
      flyway.migrate();
    } catch (FlywayException e) {
      throw new StoreException(
          "The tables of " + database.name() + " cannot be brought up to date: " + e.getMessage(),
          e);
    }
  }

  /// @throws StoreException the tables are not those of this program; nothing is changed
  static void requireCurrent(Database database) {
    var flyway = flyway(database);
    refuseNewer(database, flyway);
    if (flyway.info().current() == null || flyway.info().pending().length > 0) {
      throw new StoreException(
          "The tables of "
              + database.name()
              + " are none of Salon's, or an older one's: start this Salon on it once.");
    }
  }

  private static Flyway flyway(Database database) {
    return Flyway.configure()
        .dataSource(database.forMigration())
        .locations(FOLDER)
        .placeholders(database.types())
        .loggers("slf4j")
        .failOnMissingLocations(true)
        .load();
  }

  private static void refuseNewer(Database database, Flyway flyway) {
    for (var migration : flyway.info().all()) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS
          || migration.getState() == MigrationState.FUTURE_FAILED) {
        throw new StoreException(newer(database, migration, flyway));
      }
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
