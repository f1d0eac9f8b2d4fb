package chat.salon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every SQL statement of the module fits the tables.
class StatementsTest {
  private static final Pattern SQL =
      Pattern.compile("^(select|insert|update|delete) .*", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void every_statement_can_be_prepared() throws Exception {
    var database = new Sqlite(folder.resolve("salon.db"));
    Migrations.run(database);
    var statements = statements();
    assertThat(statements).hasSizeGreaterThan(30);
    try (var connection = database.openWriter()) {
      statements.forEach((name, sql) -> {
        try {
          connection.prepareStatement(sql).close();
        } catch (SQLException e) {
          throw new AssertionError(name + " cannot be prepared", e);
        }
      });
    }
  }

  private static Map<String, String> statements() throws Exception {
    var statements = new TreeMap<String, String>();
    var classes =
        Path.of(URI.create(Store.class.getResource("Store.class").toString())).getParent();
    try (var files = Files.list(classes)) {
      for (var file : files.map(f -> f.getFileName().toString()).toList()) {
        if (file.endsWith(".class") && !file.equals("package-info.class")) {
          collect(file.substring(0, file.length() - ".class".length()), statements);
        }
      }
    }
    return statements;
  }

  private static void collect(String name, Map<String, String> statements) throws Exception {
    for (var field : Class.forName("chat.salon.store." + name).getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
        field.setAccessible(true);
        var text = (String) field.get(null);
        if (SQL.matcher(text).matches()) {
          statements.put(name + "." + field.getName(), text);
        }
      }
    }
  }
}
