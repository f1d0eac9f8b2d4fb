package chat.salon.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.account.AccountSettings;
import chat.salon.store.Argon2Hasher;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Makes the hash of a password that is to stand in the configuration.
@Command(
    name = "hash",
    description = "Reads a password and prints its hash, for the configuration.")
final class HashCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin HelpOption help = new HelpOption();

  @Override
  public Integer call() throws IOException {
    var password = read();
    try {
      if (password.length == 0) {
        throw new StartException("there was no password");
      }
      var settings = AccountSettings.DEFAULT;
      var hasher = new Argon2Hasher(settings.hashMemoryKib(), settings.hashIterations());
      spec.commandLine().getOut().println(hasher.hash(password));
      return ExitCode.GOOD;
    } finally {
      Arrays.fill(password, (byte) 0);
    }
  }

  private static byte[] read() throws IOException {
    var console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (console.isPresent()) {
      var typed = console.get().readPassword("Password: ");
      return typed == null ? new byte[0] : new String(typed).getBytes(UTF_8);
    }
    var line = new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
    return line == null ? new byte[0] : line.getBytes(UTF_8);
  }
}
