package chat.salon.irc.service;

import chat.salon.core.SlashCommand;
import java.util.Locale;

/// How a service explains what is a slash command at other doors. Pure.
final class Slash {
  private Slash() {}

  /// @param command that is typed in a channel elsewhere, and named one here
  static String help(SlashCommand command) {
    return help(command, " <channel> ");
  }

  /// @param command that is about no channel
  static String helpAnywhere(SlashCommand command) {
    return help(command, " ");
  }

  private static String help(SlashCommand command, String before) {
    var usage = command.name().toUpperCase(Locale.ROOT) + before + command.arguments(false);
    return usage.strip() + ": " + command.help(false);
  }
}
