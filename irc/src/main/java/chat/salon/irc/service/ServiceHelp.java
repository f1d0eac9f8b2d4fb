package chat.salon.irc.service;

import chat.salon.irc.Spec;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/// What a service and its commands say of themselves in HELP, in English as their [Spec] has it and
/// in French from `help_fr.properties`.
///
/// @param name of the service
/// @param english what it is there for
record ServiceHelp(String name, String english) {
  private static final Properties FRENCH = french();

  String description(boolean inFrench) {
    return inFrench ? text("", english) : english;
  }

  /// How a command is used and what it does.
  String of(Spec spec, boolean inFrench) {
    return inFrench ? text("." + spec.name(), spec.help()) : spec.help();
  }

  /// Whether a command, or with an empty text the service itself, is explained in French.
  boolean isFrench(String command) {
    return FRENCH.containsKey(name + (command.isEmpty() ? "" : "." + command));
  }

  private String text(String behind, String otherwise) {
    return FRENCH.getProperty(name + behind, otherwise);
  }

  private static Properties french() {
    var texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(ServiceHelp.class.getResourceAsStream("help_fr.properties")),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
