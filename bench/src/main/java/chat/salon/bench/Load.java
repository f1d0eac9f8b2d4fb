package chat.salon.bench;

import java.util.List;
import java.util.Map;

/// Something that many people do with a server, and that is measured.
interface Load {
  /// What it is called on the command line.
  String name();

  /// What it is made of, for the report.
  Map<String, Object> parameters();

  /// The figures by which servers are compared.
  List<Figure> headlines();

  /// How many nodes a server needs for it: others are spared it.
  default int leastNodes() {
    return 1;
  }

  /// Does it once.
  ///
  /// @throws BenchException if it cannot be done
  Result run(Run run);

  /// Name and parameters in one line.
  default String title() {
    var words = new StringBuilder(name());
    parameters().forEach((key, value) -> words.append(' ').append(key).append('=').append(value));
    return words.toString();
  }
}
