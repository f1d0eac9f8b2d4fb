package chat.salon.irc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CommandsTest {
  private static final int FITS_A_LINE = 350;

  @Test
  void every_command_is_found_by_its_name_and_explains_itself() {
    var commands = new Commands();
    assertThat(commands.all())
        .isNotEmpty()
        .allSatisfy(command -> {
          var spec = command.spec();
          assertThat(spec.name()).matches("[A-Z]+");
          assertThat(spec.help())
              .startsWith(spec.name())
              .endsWith(".")
              .hasSizeLessThan(FITS_A_LINE);
          assertThat(commands.find(spec.name())).isSameAs(command);
        });
  }

  @Test
  void every_service_has_a_nick_that_nobody_else_can_have() {
    assertThat(new Services().all())
        .isNotEmpty()
        .allSatisfy(service -> {
          assertThat(chat.salon.core.Nick.parse(service.name())).isEmpty();
          assertThat(new Services().find(service.name().toUpperCase(java.util.Locale.ROOT)))
              .isPresent();
        });
  }
}
