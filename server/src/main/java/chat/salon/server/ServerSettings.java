package chat.salon.server;

import chat.salon.core.CaseMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Section `[server]`: what the server is called and says of itself, and where its data is.
///
/// @param name empty for the machine's own name, see [ServerName]
/// @param network a word
/// @param motd the lines that greet everybody
/// @param motdFile read instead of `motd`; empty for none
/// @param admin the lines of the answer to ADMIN
/// @param data the folder of everything that is kept
/// @param casemapping when two names are the same
record ServerSettings(
    Path data,
    String name,
    String network,
    String description,
    String motd,
    Path motdFile,
    List<String> admin,
    CaseMapping casemapping) {

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{1,50}");
  private static final int LONGEST_TEXT = 200;
  private static final int ADMIN_LINES = 3;

  static final ServerSettings DEFAULT =
      new ServerSettings(
          Path.of("data"),
          "",
          "Salon",
          "A Salon chat server",
          "",
          Path.of(""),
          List.of(),
          CaseMapping.ASCII);

  ServerSettings {
    admin = List.copyOf(admin);
    check(!data.toString().isEmpty(), "data", "is empty: it must be a folder");
    check(
        name.isEmpty() || ServerName.isValid(name),
        "name",
        "is \"" + name + "\": it must be a name with a dot, such as chat.example.org");
    check(
        WORD.matcher(network).matches(),
        "network",
        "is \"" + network + "\": it must be one word of letters, digits, '.', '_' and '-'");
    check(
        isLine(description),
        "description",
        "must be one line of at most " + LONGEST_TEXT + " characters");
    check(
        motd.isEmpty() || motdFile.toString().isEmpty(),
        "motd_file",
        "is given, and server.motd too: one of them must go");
    check(
        admin.size() <= ADMIN_LINES && admin.stream().allMatch(ServerSettings::isLine),
        "admin",
        "must be at most "
            + ADMIN_LINES
            + " lines (place, organisation, e-mail address) of at most "
            + LONGEST_TEXT
            + " characters");
  }

  private static boolean isLine(String text) {
    return text.length() <= LONGEST_TEXT && text.chars().noneMatch(Character::isISOControl);
  }

  private static void check(boolean isGood, String key, String problem) {
    if (!isGood) {
      throw new IllegalArgumentException("server." + key + " " + problem);
    }
  }
}
