package chat.salon.server;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Runs a server until it is told to stop.
@Command(
    name = "serve",
    description = {
      "Starts the server in this folder: its data goes to the folder \"data\".",
      "SIGTERM or Ctrl-C stops it, SIGHUP makes it read its configuration again."
    },
    footer = {
      "",
      "Environment variables override the file: SALON_IRC_LISTEN_TLS for the key",
      "listen_tls of its section [irc]. \"salon check\" shows and explains every key.",
      "",
      "It ends with 0 when it was stopped, with 78 when the configuration is wrong, and with 1",
      "when something else keeps it from starting."
    })
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ConfigurationOptions options = new ConfigurationOptions();

  @Mixin HelpOption help = new HelpOption();

  @Override
  public Integer call() {
    var sources = options.sources();
    return switch (ConfigurationReader.read(sources)) {
      case Reading.Bad(var problems) -> {
        problems.forEach(problem -> spec.commandLine().getErr().println("salon: " + problem));
        yield ExitCode.CONFIGURATION;
      }
      case Reading.Good(var configuration, _) -> serve(sources, configuration);
    };
  }

  private int serve(Sources sources, Configuration configuration) {
    Logs.apply(configuration.log());
    try (var stop = Stop.onSignals(Server.drain(configuration))) {
      for (var next = once(sources, configuration, stop); !stop.isWished(); ) {
        next = again(sources, next, stop);
      }
    } catch (StartException e) {
      LOG.debug("It does not start", e);
      throw e;
    } catch (RuntimeException e) {
      LOG.error("A fault in Salon", e);
      throw e;
    } finally {
      Logs.close();
    }
    return ExitCode.GOOD;
  }

  // Returns what holds for the next start, if there is one.
  private Configuration once(Sources sources, Configuration configuration, Stop stop) {
    try (var server = Server.start(sources, configuration)) {
      Signals.on("HUP", () -> reload(server));
      var out = spec.commandLine().getOut();
      server.banner().lines().forEach(out::println);
      out.flush();
      stop.awaitOr(server.wayBack());
      return server.again();
    }
  }

  // Back to a network that went on without it: what keeps it off may pass.
  private Configuration again(Sources sources, Configuration configuration, Stop stop) {
    try {
      return once(sources, configuration, stop);
    } catch (StartException e) {
      LOG.error("Tries again in {} s: {}", PAUSE.toSeconds(), e.getMessage());
      stop.await(PAUSE);
      return configuration;
    }
  }

  private static void reload(Server server) {
    try {
      server.reload();
    } catch (IllegalArgumentException _) {
      // is logged, and nobody waits for an answer
    }
  }
}
