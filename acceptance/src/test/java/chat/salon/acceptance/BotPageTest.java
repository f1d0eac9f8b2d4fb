package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What docs/bots.md tells people to run does what it says.
class BotPageTest {
  private static final Path PAGE = Path.of("..", "docs", "bots.md");
  private static final Path BOT = Path.of("..", "docs", "examples", "dice-bot.mjs");
  private static final Path HOOK = Path.of("..", "docs", "examples", "weather-hook.mjs");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```sh\n(curl.*?)```");

  @TempDir Path folder;

  @Test
  void every_curl_is_heard() throws IOException {
    assumeThat(Tools.find("curl")).as("curl").isPresent();
    try (var salon = TestSalon.start()) {
      var jules = salon.newProgram("jules");
      var token = token(jules);
      var hook = text(jules.ask("{'create_webhook':'ci','channel':'#games'}"), "url");
      var web = "http://127.0.0.1:" + salon.webPort();
      for (var example : examples()) {
        run(List.of("sh", "-ec", example.replace("curl ", "curl -sSf ")), web, hook, token);
      }
      for (var said : List.of("build 7 is green", "build 7 is green", "it rains")) {
        jules.untilMessage(said);
      }
    }
  }

  @Test
  void the_example_bot_answers() throws IOException {
    assumeThat(Tools.find("node")).as("Node").isPresent();
    try (var salon = TestSalon.start()) {
      var jules = salon.newProgram("jules");
      var token = token(jules);
      var web = "ws://127.0.0.1:" + salon.webPort() + "/ws";
      var node = List.of("node", "--experimental-websocket", BOT.toString());
      var bot = start(node, web, token);
      try {
        var joined = jules.until("joined");
        while (!text(joined, "user").equals("dice")) {
          joined = jules.until("joined");
        }
        jules.ask("{'channel_message':'!roll 3d1','channel':'#games'}");
        var answer = jules.untilMessage("3d1: 1 + 1 + 1 = 3");
        assertThat(answer.path("bot").asBoolean(false)).isTrue();
        assertThat(text(answer, "reply_to")).isNotEmpty();
      } finally {
        bot.destroy();
      }
    }
  }

  @Test
  void the_example_receiver_checks_signatures_and_answers() throws IOException {
    assumeThat(Tools.find("node")).as("Node").isPresent();
    int port = freePort();
    try (var salon =
        TestSalon.with("hooks.local", true)
            .with("hooks.retry_seconds", 1)
            .with("hooks.longest_retry_seconds", 1)
            .start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#games'}");
      jules.ask("{'create_bot':'weather'}");
      var wanted =
          "{'create_outgoing_webhook':'w','channel':'#games','bot':'weather','word':'!weather',"
              + "'url':'http://127.0.0.1:"
              + port
              + "/'}";
      var secret = text(jules.ask(wanted), "secret");
      var node = run("node", HOOK.toString(), String.valueOf(port), secret);
      try {
        jules.ask("{'channel_message':'!weather tomorrow','channel':'#games'}");
        assertThat(jules.untilMessage("It rains.").path("bot").asBoolean(false)).isTrue();
        var stranger = new HttpApi("http://127.0.0.1:" + port);
        assertThat(stranger.post("/", "{'channel_message':'!weather'}").status()).isEqualTo(401);
      } finally {
        node.destroy();
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Process run(String program, String script, String port, String secret)
      throws IOException {
    var builder = new ProcessBuilder(program, script, port);
    builder.environment().put("SALON_SECRET", secret);
    var log = folder.resolve("hook.log").toFile();
    return builder.redirectErrorStream(true).redirectOutput(log).start();
  }

  private static String token(JsonClient owner) {
    owner.ask("{'create':'#games'}");
    owner.ask("{'create_bot':'dice'}");
    var wanted = "{'create_token':'home','scopes':['read','write'],'bot':'dice'}";
    return text(owner.ask(wanted), "token");
  }

  private static List<String> examples() throws IOException {
    var found = EXAMPLE.matcher(Files.readString(PAGE)).results().map(one -> one.group(1)).toList();
    assertThat(found).hasSize(2);
    return found;
  }

  private void run(List<String> command, String web, String hook, String token) throws IOException {
    var builder = new ProcessBuilder(command);
    builder.environment().put("SALON", web);
    builder.environment().put("HOOK", hook);
    builder.environment().put("TOKEN", token);
    var log = folder.resolve("curl.log");
    var process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.onExit().join().exitValue()).as(Files.readString(log)).isZero();
  }

  private Process start(List<String> node, String address, String token) throws IOException {
    var builder =
        new ProcessBuilder(
            Stream.concat(node.stream(), Stream.of(address, "dice", "#games")).toList());
    builder.environment().put("SALON_TOKEN", token);
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("bot.log").toFile())
        .start();
  }
}
