package chat.salon.web.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.Refusal.TooLong;
import chat.salon.web.Problem;
import chat.salon.web.Refusals;
import chat.salon.web.WebSession;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What bounds the settings that clients keep.
final class KeptSettings {
  private KeptSettings() {}

  /// What is wrong with settings as they would be; empty when nothing is.
  ///
  /// @param changes nobody else is to blame for them
  /// @param text the settings as they would be kept
  static Optional<Problem> refusal(
      WebSession session, ObjectNode changes, ObjectNode merged, String text) {
    var settings = session.door().settings();
    int keyBytes = settings.settingsKeyBytes();
    if (merged.propertyNames().stream()
        .anyMatch(key -> changes.has(key) && !isKey(key, keyBytes))) {
      return Optional.of(badKey(keyBytes));
    }
    if (merged.size() > settings.settingsKeys()) {
      return Optional.of(tooMany(settings.settingsKeys()));
    }
    if (!UTF_8.newEncoder().canEncode(text)) {
      return Optional.of(noText());
    }
    int most = session.salon().limits().settingsBytes();
    return text.getBytes(UTF_8).length > most
        ? Optional.of(Refusals.of(new TooLong("settings", most)))
        : Optional.empty();
  }

  private static boolean isKey(String key, int most) {
    return !key.isEmpty()
        && key.getBytes(UTF_8).length <= most
        && key.chars().noneMatch(Character::isISOControl);
  }

  private static Problem badKey(int most) {
    return Problem.of(
        "bad_settings_key",
        400,
        "Le nom d'un réglage a de 1 à " + most + " octets, sans caractère de contrôle.",
        "The name of a setting has 1 to " + most + " bytes, without control characters.");
  }

  private static Problem tooMany(int most) {
    return Problem.of(
        "too_many_settings",
        409,
        "Ce compte garde déjà " + most + " réglages et brouillons : retirez-en, avec null.",
        "This account keeps " + most + " settings and drafts already: take some away, with null.");
  }

  private static Problem noText() {
    return Problem.of(
        "bad_settings",
        400,
        "Un réglage contient un texte qui ne s'écrit pas en UTF-8.",
        "A setting has a text that cannot be written as UTF-8.");
  }
}
