package chat.salon.acceptance;

import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Conversations that go the same whether everybody is on one node or not: each test is run on both
/// layouts. So a test waits until the one has seen what the other did, before it goes on; on one
/// node it would not need to.
@ParameterizedClass(name = "{0}")
@EnumSource(Layout.class)
abstract class Conversation {
  @Parameter Layout layout;

  TestSalon start(String... channels) {
    return layout.setup().start(channels);
  }

  /// With operators, see [TestSalon.Setup#staffed].
  TestSalon.Setup staffed() {
    return layout.setup().staffed();
  }

  TestSalon.Setup with(String key, Object value) {
    return layout.setup().with(key, value);
  }
}
