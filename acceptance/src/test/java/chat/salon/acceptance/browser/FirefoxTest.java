package chat.salon.acceptance.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An evening in Firefox, of Debian's package. Playwright drives no Firefox but its own, so a
/// program of its own does, `firefox/evening.js`.
class FirefoxTest {
  private static final Path FIREFOX = Path.of("/usr/bin/firefox-esr");
  private static final Path PUPPETEER = Path.of("target", "firefox").toAbsolutePath();
  private static final Path EVENING = Path.of("firefox", "evening.js").toAbsolutePath();

  @Test
  void who_registers_lands_in_a_channel_writes_edits_and_reacts(@TempDir Path folder)
      throws IOException, InterruptedException {
    assumeTrue(Boolean.getBoolean("salon.all"), "slow: ./salon test --all");
    assumeTrue(
        Files.isExecutable(FIREFOX) && Files.exists(PUPPETEER.resolve("node_modules")),
        "no Firefox: acceptance/install-clients --all installs what it needs");
    var said = folder.resolve("said");
    try (var house = new WebHouse(folder)) {
      var friend = house.irc("bob").join("#accueil");
      var builder =
          new ProcessBuilder("node", EVENING.toString(), house.address(), FIREFOX.toString())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile());
      builder.environment().put("SALON_PUPPETEER", PUPPETEER.resolve("package.json").toString());
      builder.environment().put("HOME", folder.toString());
      var evening = builder.start();
      try {
        friend.until(":lea!… PRIVMSG #accueil :bonjour à tous");
        friend.send("PRIVMSG #accueil :salut lea, ça va ?");
        friend.until("PRIVMSG #accueil :… bonsoir à tous");
        friend.until(":lea!… PRIVMSG #accueil :à demain");
        assertThat(evening.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(evening.exitValue()).as(Files.readString(said, UTF_8)).isZero();
      } finally {
        evening.destroy();
      }
    }
  }
}
