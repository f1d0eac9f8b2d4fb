package chat.salon.server;

import java.io.PrintWriter;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What the commands about the keys of a network have in common: they read the configuration, and
/// ask and change files, of no running server.
abstract class KeyCommand implements Callable<Integer> {
  static final InstantSource CLOCK = InstantSource.system();

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin ConfigurationOptions options = new ConfigurationOptions();

  @Mixin HelpOption help = new HelpOption();

  @Override
  public final Integer call() {
    return switch (ConfigurationReader.read(sources())) {
      case Reading.Bad(var problems) -> {
        problems.forEach(problem -> spec.commandLine().getErr().println("salon: " + problem));
        yield ExitCode.CONFIGURATION;
      }
      case Reading.Good(var configuration, _) -> {
        run(configuration);
        yield ExitCode.GOOD;
      }
    };
  }

  /// Where the configuration comes from.
  Sources sources() {
    return options.sources();
  }

  /// @throws IllegalArgumentException why it cannot be done, in a line
  abstract void run(Configuration configuration);

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  static KeyFolder folder(Configuration configuration) {
    return new KeyFolder(configuration.cluster().keysIn(configuration.server().data()));
  }

  static String until(X509Certificate certificate) {
    return LocalDate.ofInstant(certificate.getNotAfter().toInstant(), ZoneOffset.UTC).toString();
  }

  /// What tells an authority from another: its name, and enough of its fingerprint.
  static String shown(X509Certificate authority) {
    return authority.getSubjectX500Principal().getName().replace("CN=", "")
        + " ("
        + Identity.fingerprint(authority).substring(0, 23)
        + "…)";
  }
}
