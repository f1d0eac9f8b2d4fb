package chat.salon.server;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Reads the configuration and tries what can be tried without starting.
@Command(
    name = "check",
    description = {
      "Explains the configuration, or says what is wrong in it. Starts nothing.",
      "It shows each key with what it means, its value, and where that comes from."
    },
    footer = {"", "It ends with 0 when the configuration is good, and with 78 when it is not."})
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ConfigurationOptions options = new ConfigurationOptions();

  @Mixin HelpOption help = new HelpOption();

  @Override
  public Integer call() {
    return switch (ConfigurationReader.read(options.sources())) {
      case Reading.Bad(var problems) -> complain(problems);
      case Reading.Good good -> {
        show(good, spec.commandLine().getOut());
        yield complain(tryOut(good.configuration()));
      }
    };
  }

  private int complain(List<String> problems) {
    problems.forEach(problem -> spec.commandLine().getErr().println("salon: " + problem));
    if (problems.isEmpty()) {
      spec.commandLine().getOut().println("\n# The configuration is good.");
    }
    return problems.isEmpty() ? ExitCode.GOOD : ExitCode.CONFIGURATION;
  }

  // As TOML, so that it can be used as a file.
  private static void show(Reading.Good good, PrintWriter out) {
    var explanations = Explanations.all();
    for (var section : Schema.SECTIONS) {
      out.println("\n[" + section + "]");
      for (var key : Schema.KEYS) {
        if (key.section().equals(section)) {
          out.println();
          explanations
              .getOrDefault(key.path(), List.of())
              .forEach(line -> out.println("# " + line));
          var value = key.show(Schema.value(good.configuration(), key));
          out.println(key.name() + " = " + value + "  # " + origin(good.origins().get(key)));
        }
      }
    }
  }

  private static String origin(@Nullable String where) {
    return where == null ? "default" : "from " + where;
  }

  private static List<String> tryOut(Configuration configuration) {
    var problems = new ArrayList<String>();
    var listen = configuration.listen();
    if (!listen.isSelfSigned()) {
      note(problems, () -> Identity.read(listen.certificate(), listen.key()));
    }
    note(problems, () -> Motd.lines(configuration.server()));
    note(problems, () -> new DataFolder(configuration.server().data()).check());
    problems.addAll(Network.problems(configuration, Instant.now()));
    return problems;
  }

  private static void note(List<String> problems, Runnable attempt) {
    try {
      attempt.run();
    } catch (IllegalArgumentException | StartException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }
}
