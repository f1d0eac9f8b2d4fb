package chat.salon.bench;

import java.util.ArrayList;
import java.util.List;

/// What a campaign came to, for people: the medians of all figures, and for several servers a
/// comparison of those that matter.
///
/// @param servers their names; the first is compared with the others
record Report(List<Trial> trials, List<Load> loads, List<String> servers) {
  /// Every figure of every load.
  List<String> table() {
    var lines = new ArrayList<String>();
    for (var load : loads) {
      lines.add("");
      lines.add(load.title());
      lines.add("  %-20s".formatted("") + row(servers));
      var medians = servers.stream().map(server -> Medians.of(trials, load, server)).toList();
      for (var figure : Figure.values()) {
        if (medians.stream().anyMatch(one -> one.figures().containsKey(figure))) {
          lines.add(
              "  %-20s".formatted(figure.shown())
                  + row(medians.stream().map(one -> shown(one, figure)).toList()));
        }
      }
      for (int i = 0; i < servers.size(); i++) {
        lines.addAll(troubles(servers.get(i), medians.get(i)));
      }
    }
    return lines;
  }

  private static String row(List<String> cells) {
    var row = new StringBuilder();
    cells.forEach(cell -> row.append(" %16s".formatted(cell)));
    return row.toString();
  }

  private static String shown(Medians medians, Figure figure) {
    var value = medians.figures().get(figure);
    return value == null ? "–" : shown(value);
  }

  /// A number with three digits or so that matter.
  static String shown(double value) {
    return Math.abs(value) < 100 ? "%.1f".formatted(value) : "%,.0f".formatted(value);
  }

  private static List<String> troubles(String server, Medians medians) {
    var lines = new ArrayList<String>();
    if (!medians.verdict().isClean()) {
      lines.add("  WRONG, " + server + ": " + medians.verdict());
    }
    medians.problems().forEach(problem -> lines.add("  FAILED, " + server + ": " + problem));
    return lines;
  }

  /// The comparison, as a table of Markdown.
  List<String> markdown() {
    var lines = new ArrayList<String>();
    var head = new ArrayList<>(List.of("load", "figure"));
    head.addAll(servers);
    servers.stream().skip(1).forEach(peer -> head.add(servers.getFirst() + " ÷ " + peer));
    lines.add(markdownRow(head));
    lines.add("|---|---|" + "--:|".repeat(head.size() - 2));
    for (var load : loads) {
      var medians = servers.stream().map(server -> Medians.of(trials, load, server)).toList();
      for (var figure : load.headlines()) {
        lines.add(markdownRow(cells(load, figure, medians)));
      }
    }
    return lines;
  }

  private static List<String> cells(Load load, Figure figure, List<Medians> medians) {
    var cells = new ArrayList<>(List.of(load.title(), figure.shown()));
    medians.forEach(
        one -> cells.add(shown(one, figure) + (one.verdict().isClean() ? "" : " (WRONG)")));
    var ours = medians.getFirst().figures().get(figure);
    for (var peer : medians.subList(1, medians.size())) {
      var theirs = peer.figures().get(figure);
      cells.add(
          ours == null || theirs == null || theirs == 0 ? "–" : "%.2f".formatted(ours / theirs));
    }
    return cells;
  }

  private static String markdownRow(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
