package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What clients keep for their people, drafts among it, on all of their devices.
class KeptSettingsTest extends Conversation {

  @Test
  void what_one_device_changes_the_others_are_told_wherever_they_are_connected() {
    try (var salon = start()) {
      var desk = salon.newProgram("lea");
      var phone = salon.program("lea");
      var other = salon.newProgram("jules");
      desk.ask("{'set_settings':{'draft.#tea':'je vou','theme':'dark'}}");
      var told = phone.until("settings").path("settings");
      assertThat(text(told, "draft.#tea")).isEqualTo("je vou");
      assertThat(text(told, "theme")).isEqualTo("dark");

      phone.ask("{'set_settings':{'draft.#tea':null}}");
      told = desk.until("settings").path("settings");
      assertThat(told.has("draft.#tea")).isFalse();
      assertThat(text(told, "theme")).isEqualTo("dark");

      other.ask("{'private_message':'fini','other_user':'lea'}");
      phone.untilMessage("fini"); // and was told nothing of its own change before it
      assertThat(other.ask("{'get_settings':true}").path("settings").isEmpty()).isTrue();
    }
  }
}
