package chat.salon.server;

import picocli.CommandLine.Option;

/// Asks a command to explain itself. Picocli sees to it.
final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Explains this command.")
  boolean isAsked;
}
