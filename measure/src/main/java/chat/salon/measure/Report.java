package chat.salon.measure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.json.JsonMapper;

/// Says what was measured: to people as tables, one for each kind of figures, and to programs as
/// one JSON object a line. One thread.
final class Report {
  private static final int NARROWEST = 10;

  private final JsonMapper json = new JsonMapper();
  private final PrintWriter people;
  private final Writer programs;
  private String table = "";

  Report(PrintWriter people, Writer programs) {
    this.people = people;
    this.programs = programs;
  }

  /// One row of figures. Rows of the same kind have the same columns.
  ///
  /// @param kind what was measured
  /// @param figures texts and numbers by their names, which end with the unit
  void add(String kind, SequencedMap<String, Object> figures) throws IOException {
    if (!table.equals(kind)) {
      table = kind;
      people.printf("%n%s%n", kind);
      figures.keySet().forEach(name -> cell(name, name));
      people.println();
    }
    figures.forEach((name, value) -> cell(name, shown(value)));
    people.println();
    people.flush();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("measure", kind);
    line.putAll(figures);
    programs.write(json.writeValueAsString(line) + "\n");
    programs.flush();
  }

  private void cell(String name, String text) {
    people.printf("%" + (Math.max(name.length(), NARROWEST) + 2) + "s", text);
  }

  private static String shown(Object value) {
    return switch (value) {
      case Double number -> String.format(Locale.ROOT, "%.1f", number);
      case Long number -> String.format(Locale.ROOT, "%d", number);
      default -> value.toString();
    };
  }
}
