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

/// Every SQL statement of the module fits the tables.
class StatementsTest extends OnEachDatabase {
  private static final Pattern SQL =
      Pattern.compile("^(select|insert|update|delete|kill) .*", Pattern.DOTALL);

  @Test
  void every_statement_can_be_prepared() throws Exception {
    var part = part();
    Migrations.run(part);
    var statements = statements(part);
    assertThat(statements).hasSizeGreaterThan(30);
    try (var connection = part.openWriter("statements")) {
      statements.forEach((name, sql) -> {
        try {
          connection.prepareStatement(sql).close();
        } catch (SQLException e) {
          throw new AssertionError(name + " cannot be prepared", e);
        }
      });
    }
  }

  private static Map<String, String> statements(Database part) throws Exception {
    var statements = new TreeMap<String, String>();
    var classes =
        Path.of(URI.create(Store.class.getResource("Store.class").toString())).getParent();
    try (var files = Files.list(classes)) {
      for (var file : files.map(f -> f.getFileName().toString()).toList()) {
        if (file.endsWith(".class") && !file.equals("package-info.class")) {
          var type =
              Class.forName(
                  "chat.salon.store." + file.substring(0, file.length() - ".class".length()));
          if (!Database.class.isAssignableFrom(type) || type.isInstance(part)) {
            collect(type, statements);
          }
        }
      }
    }
    return statements;
  }

  private static void collect(Class<?> type, Map<String, String> statements) throws Exception {
    for (var field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
        field.setAccessible(true);
        var text = (String) field.get(null);
        if (SQL.matcher(text).matches()) {
          statements.put(type.getSimpleName() + "." + field.getName(), text);
        }
      }
    }
  }
}
