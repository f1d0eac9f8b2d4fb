package chat.salon.server;

import java.util.List;

/// Section `[metrics]`: numbers for Prometheus, over HTTP.
///
/// @param listen empty for no metrics
record MetricsSettings(List<Endpoint> listen) {
  static final MetricsSettings DEFAULT = new MetricsSettings(List.of());

  MetricsSettings {
    listen = List.copyOf(listen);
  }
}
