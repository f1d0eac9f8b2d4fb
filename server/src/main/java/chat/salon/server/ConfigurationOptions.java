package chat.salon.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of those commands that read the configuration.
final class ConfigurationOptions {
  private static final Path USUAL = Path.of("salon.toml");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration. If not given: salon.toml, where there is one.")
  private @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder of everything that is kept. If not given: data.")
  private @Nullable String data;

  @Option(
      names = "--irc",
      paramLabel = "HOST:PORT",
      description = {
        "Where IRC listens without TLS; \"none\" for nowhere.",
        "Give it again for more. If not given: [::]:6667, which is every address."
      })
  private @Nullable List<String> irc;

  @Option(
      names = "--irc-tls",
      paramLabel = "HOST:PORT",
      description = {
        "Where IRC listens with TLS; \"none\" for nowhere.",
        "Give it again for more. If not given: [::]:6697."
      })
  private @Nullable List<String> ircTls;

  @Option(
      names = "--web",
      paramLabel = "HOST:PORT",
      description = {
        "Where the web app is served without TLS; \"none\" for nowhere.",
        "Give it again for more. If not given: port 8080 of this machine itself."
      })
  private @Nullable List<String> web;

  @Option(
      names = "--web-tls",
      paramLabel = "HOST:PORT",
      description = {
        "Where the web app is served with TLS; \"none\" for nowhere.",
        "Give it again for more. If not given: [::]:8443."
      })
  private @Nullable List<String> webTls;

  @Option(
      names = "--log-level",
      paramLabel = "LEVEL",
      description = "error, warn, info, debug or trace. If not given: info.")
  private @Nullable String logLevel;

  Sources sources() {
    var options = new HashMap<String, Sources.Option>();
    put(options, "server.data", "--data", data);
    put(options, "irc.listen", "--irc", joined(irc));
    put(options, "irc.listen_tls", "--irc-tls", joined(ircTls));
    put(options, "web.listen", "--web", joined(web));
    put(options, "web.listen_tls", "--web-tls", joined(webTls));
    put(options, "log.level", "--log-level", logLevel);
    return new Sources(config == null ? USUAL : config, config == null, System.getenv(), options);
  }

  private static @Nullable String joined(@Nullable List<String> values) {
    return values == null ? null : String.join(",", values);
  }

  private static void put(
      Map<String, Sources.Option> options, String path, String name, @Nullable String value) {
    if (value != null) {
      options.put(path, new Sources.Option(name, value));
    }
  }
}
