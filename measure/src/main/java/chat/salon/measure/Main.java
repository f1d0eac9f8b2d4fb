package chat.salon.measure;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program that measures parts: `history`, `search` and `parts`.
@Command(
    name = "bench",
    description = "Measures the parts of Salon by themselves.",
    subcommands = {HistoryCommand.class, SearchCommand.class, PartsCommand.class},
    mixinStandardHelpOptions = true)
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main()).setUsageHelpAutoWidth(true);
  }
}
