package chat.salon.irc.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WhoFieldsTest {
  @Test
  void fields_and_a_token_follow_a_percent_sign() {
    assertThat(WhoFields.parse("%tnuhaf,42")).contains(new WhoFields("tnuhaf", "42"));
    assertThat(WhoFields.parse("o%na")).contains(new WhoFields("na", "0"));
    assertThat(WhoFields.parse("%")).contains(new WhoFields("", "0"));
    assertThat(WhoFields.parse("o")).isEmpty();
    assertThat(WhoFields.parse("")).isEmpty();
  }

  @Test
  void a_token_has_one_to_three_digits() {
    for (var bad : new String[] {"", "1234", "x", "1 2", "-1"}) {
      assertThat(WhoFields.parse("%t," + bad)).as(bad).contains(new WhoFields("t", "0"));
    }
    assertThat(WhoFields.parse("%t,007")).contains(new WhoFields("t", "007"));
  }
}
