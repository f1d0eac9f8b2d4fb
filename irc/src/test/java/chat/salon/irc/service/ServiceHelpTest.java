package chat.salon.irc.service;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.irc.Service;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every service explains all that it does in both languages.
class ServiceHelpTest {
  static Stream<Service> services() {
    return Stream.of(NickServ.desk(), ChanServ.desk(), HistServ.desk(), HostServ.desk());
  }

  @ParameterizedTest
  @MethodSource("services")
  void everything_is_explained_in_french_too(Service service) {
    assertThat(((ServiceDesk) service).untranslated()).isEmpty();
  }
}
