package chat.salon.acceptance;

import chat.salon.core.Role;
import chat.salon.irc.Commands;
import chat.salon.irc.Services;
import chat.salon.irc.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// docs/irc.md, made of the registry of commands and of the tables in `protocol/irc/`.
final class IrcPage {
  private IrcPage() {}

  static String write() throws IOException {
    return String.join(
        "\n",
        Files.readString(IrcTable.FOLDER.resolve("introduction.md")),
        section(
            "Specifications of IRCv3",
            "Each with what clients see of it, and the test that holds it.",
            table("specifications")),
        section(
            "Commands",
            "How many parameters each needs at least, and who may use it: everybody, also before"
                + " registration (always), or only with such a role or, as staff, such a privilege. HELP"
                + " tells the same.",
            commands()),
        section(
            "Services",
            "Each is spoken to by a message (`/msg NickServ HELP`) or by its short command. `HELP"
                + " <command>` tells more, in English and in French.",
            table("services")),
        section(
            "What services do",
            "As their HELP tells it; who may do it is said by roles of the server, by ranks of the"
                + " channel, and by the privileges of operators.",
            services()),
        section(
            "Modes of channels",
            "A: a list of masks; B: a parameter always; C: a parameter when set; D: none; rank: of a"
                + " member.",
            table("channel-modes")),
        section("Modes of people", "", table("user-modes")),
        section("Capabilities", "Negotiated by CAP.", table("capabilities")),
        section("Tokens of ISUPPORT", "Told by 005 after registration.", table("tokens")),
        section(
            "Numerics",
            "Each with a conversation in which it comes: what is said, by whom, and the line that who"
                + " spoke last hears then. `NumericTest` has these conversations with a server: `ann`"
                + " has an account, `oscar` is an operator, `tess` came by TLS, `mia` and `mona` know"
                + " metadata, `new` has not registered; `a×600` is written out; on a server of `small`"
                + " limits, or one `locked` by a password, where it says so.",
            numerics()));
  }

  private static String services() {
    var rows =
        new Services()
            .all().stream()
                .flatMap(service ->
                    service.specs().stream()
                        .map(spec -> List.of(service.name(), '`' + spec.name() + '`', spec.help())))
                .toList();
    return table(List.of("service", "command", "what it does"), rows);
  }

  private static String numerics() {
    var table = IrcTable.read("numerics");
    var rows =
        table.rows().values().stream()
            .map(row ->
                List.of(row.get(0), row.get(1), row.get(2), code(row.get(3)), code(row.get(4))))
            .toList();
    return table(table.header(), rows);
  }

  private static String code(String text) {
    return '`' + text + '`';
  }

  private static String section(String title, String text, String table) {
    return "## %s\n\n%s%s".formatted(title, text.isEmpty() ? "" : text + "\n\n", table);
  }

  private static String commands() {
    var rows = new Commands().all().stream().map(command -> row(command.spec())).toList();
    return table(List.of("command", "parameters", "who", "what it does", "follows"), rows);
  }

  private static List<String> row(Spec spec) {
    var who = who(spec);
    return List.of(
        "`" + spec.name() + "`", Integer.toString(spec.params()), who, spec.help(), spec.source());
  }

  private static String who(Spec spec) {
    if (spec.privilege() != null) {
      return "staff: " + spec.privilege().name().toLowerCase(Locale.ROOT);
    }
    if (spec.role() != Role.MEMBER) {
      return spec.role().name().toLowerCase(Locale.ROOT);
    }
    return spec.phase() == Spec.Phase.ALWAYS ? "always" : "";
  }

  private static String table(String name) {
    var table = IrcTable.read(name);
    return table(table.header(), table.rows().values());
  }

  private static String table(List<String> header, Collection<List<String>> rows) {
    return "| %s |\n|%s\n%s\n"
        .formatted(
            String.join(" | ", header),
            "---|".repeat(header.size()),
            rows.stream()
                .map(row -> row.stream().map(IrcPage::cell).collect(Collectors.joining(" | ")))
                .map("| %s |"::formatted)
                .collect(Collectors.joining("\n")));
  }

  // What stands in angle brackets or between bars is text, and no markup.
  private static String cell(String text) {
    return text.replace("|", "\\|").replaceAll("<(?=[a-z ]+>)", "\\\\<");
  }
}
