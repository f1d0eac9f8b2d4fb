package chat.salon.server;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The program: reads the command line, and ends with one of [ExitCode].
@Command(
    name = "salon",
    description = "A chat server that every IRC client can talk to.",
    subcommands = {
      ServeCommand.class,
      CheckCommand.class,
      MigrateCommand.class,
      ClusterCommand.class,
      HashCommand.class,
      VersionCommand.class,
      RehearseCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  @Mixin HelpOption help = new HelpOption();

  Main() {
    spec = CommandSpec.create(); // picocli puts in the real one
  }

  public static void main(String[] arguments) {
    System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(Main::misused)
        .setExecutionExceptionHandler(Main::failed);
  }

  /// Without a command.
  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  private static int misused(ParameterException e, String[] arguments) {
    var line = e.getCommandLine();
    var err = line.getErr();
    err.println("salon: " + firstLine(e));
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
      err.println("See \"salon " + line.getCommandName() + " --help\".");
    }
    return ExitCode.USAGE;
  }

  private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    line.getErr().println("salon: " + firstLine(e));
    return e instanceof StartException start ? start.exitCode() : ExitCode.FAILURE;
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString());
  }
}
