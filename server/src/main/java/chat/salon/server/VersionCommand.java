package chat.salon.server;

import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Says what runs here.
@Command(name = "version", description = "Says which Salon this is, and which Java runs it.")
final class VersionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin HelpOption help = new HelpOption();

  /// The version of this Salon: of its jar, or `development` without one.
  static String version() {
    return Objects.requireNonNullElse(
        Main.class.getPackage().getImplementationVersion(), "development");
  }

  @Override
  public Integer call() {
    spec.commandLine()
        .getOut()
        .println(
            "salon "
                + version()
                + " on Java "
                + Runtime.version()
                + ", "
                + System.getProperty("os.name"));
    return ExitCode.GOOD;
  }
}
