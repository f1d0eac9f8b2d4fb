package chat.salon.core.protect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.77,192.0.2.77",
    "192.0.2.77/24,192.0.2.0/24",
    "192.0.*.*,192.0.0.0/16",
    "192.0.2.*,192.0.2.0/24",
    "192.0.2.1/32,192.0.2.1",
    "0.0.0.0/0,0.0.0.0/0",
    "2001:db8::1/32,2001:db8:0:0:0:0:0:0/32",
    "::1,0:0:0:0:0:0:0:1"
  })
  void a_range_is_written_in_one_way(String written, String shown) {
    var range = AddressRange.parse(written).orElseThrow();
    assertThat(range).hasToString(shown);
    assertThat(AddressRange.parse(shown).orElseThrow()).hasToString(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bob",
        "1",
        "1234567890",
        "192.0.2",
        "192.0.2.256",
        "192.0.2.1/33",
        "192.0.2.1/-1",
        "192.0.2.1/",
        "::1/129",
        "*.*.*.*",
        "192.*.2.*",
        "host.example",
        "fe80::1%eth0",
        "a.*"
      })
  void what_is_none_is_none(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }

  @Test
  void it_has_what_shares_its_first_bits() {
    var range = AddressRange.parse("192.0.2.0/23").orElseThrow();
    assertThat(range.contains("192.0.3.255")).isTrue();
    assertThat(range.contains("192.0.4.0")).isFalse();
    assertThat(range.contains("::1")).isFalse();
    assertThat(range.contains("bob")).isFalse();
    assertThat(AddressRange.parse("2001:db8::/33").orElseThrow().contains("2001:db8:7fff::1"))
        .isTrue();
    assertThat(range.overlaps(AddressRange.parse("192.0.0.0/16").orElseThrow())).isTrue();
    assertThat(range.overlaps(AddressRange.parse("192.0.3.1").orElseThrow())).isTrue();
    assertThat(range.overlaps(AddressRange.parse("192.0.4.1").orElseThrow())).isFalse();
    assertThat(range.overlaps(AddressRange.parse("::/0").orElseThrow())).isFalse();
  }
}
