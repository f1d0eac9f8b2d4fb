package chat.salon.bench;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/// What the rounds of one load against one server come to.
///
/// @param figures the median of each
/// @param verdict all that was wrong
/// @param problems why rounds could not be run
record Medians(Map<Figure, Double> figures, Verdict verdict, List<String> problems) {
  static Medians of(List<Trial> trials, Load load, String server) {
    var own =
        trials.stream()
            .filter(trial -> trial.load().equals(load) && trial.server().equals(server))
            .toList();
    var results = own.stream().map(Trial::result).filter(Objects::nonNull).toList();
    var figures = new EnumMap<Figure, Double>(Figure.class);
    for (var figure : Figure.values()) {
      median(
              results.stream()
                  .filter(result -> result.figures().containsKey(figure))
                  .mapToDouble(result -> result.figures().getOrDefault(figure, 0.0))
                  .toArray())
          .ifPresent(median -> figures.put(figure, median));
    }
    var verdict = results.stream().map(Result::verdict).reduce(Verdict.CLEAN, Verdict::and);
    var problems = own.stream().map(Trial::problem).filter(Objects::nonNull).distinct().toList();
    return new Medians(figures, verdict, problems);
  }

  /// The one in the middle, or the mean of the two there; empty without any.
  static OptionalDouble median(double... values) {
    if (values.length == 0) {
      return OptionalDouble.empty();
    }
    var sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return OptionalDouble.of(
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
  }
}
