package chat.salon.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Numbers for Prometheus at `/metrics`, and what else is asked by machines that watch over the
/// server. Its parts only count; this asks them, when it is asked itself.
final class Metrics implements AutoCloseable {
  private static final String PATH = "/metrics";
  private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbage = new JvmGcMetrics();
  private final List<HttpServer> servers = new ArrayList<>();
  private final Map<String, Supplier<Page>> pages = new ConcurrentHashMap<>();

  Metrics() {
    garbage.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    page(PATH, () -> new Page(200, FORMAT, scrape()));
  }

  /// A number that goes up and down.
  Metrics gauge(String name, String meaning, Supplier<Number> value) {
    Gauge.builder(name, value).description(meaning).register(registry);
    return this;
  }

  /// A number that only goes up.
  Metrics counter(String name, String meaning, Supplier<Number> value) {
    FunctionCounter.builder(name, value, each -> each.get().doubleValue())
        .description(meaning)
        .register(registry);
    return this;
  }

  /// How often something took time, and how much of it.
  Metrics timer(String name, String meaning, LongSupplier count, LongSupplier nanos) {
    FunctionTimer.builder(
            name, this, _ -> count.getAsLong(), _ -> nanos.getAsLong(), TimeUnit.NANOSECONDS)
        .description(meaning)
        .register(registry);
    return this;
  }

  /// One more page beside `/metrics`.
  Metrics page(String path, Supplier<Page> page) {
    pages.put(path, page);
    return this;
  }

  /// What Prometheus would get now.
  String scrape() {
    return registry.scrape();
  }

  /// Serves them on one more address.
  ///
  /// @return where, for port 0
  /// @throws IOException the address cannot be had
  InetSocketAddress listen(InetSocketAddress address) throws IOException {
    var server = HttpServer.create(address, 0);
    server.setExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("metrics").factory()));
    server.createContext("/", this::answer);
    server.start();
    servers.add(server);
    return server.getAddress();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var asked = pages.get(exchange.getRequestURI().getPath());
      if (asked == null) {
        exchange.sendResponseHeaders(404, -1);
      } else if (!exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(405, -1);
      } else {
        var page = asked.get();
        var body = page.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", page.type());
        exchange.sendResponseHeaders(page.status(), body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
    garbage.close();
    registry.close();
  }
}
