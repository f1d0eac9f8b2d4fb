package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloakTest {
  private static final byte[] KEY = new byte[32];
  private final Cloak cloak = new Cloak(KEY);

  private List<String> levels(String address) {
    var host = cloak.of(InetAddress.ofLiteral(address));
    assertThat(host).matches("([0-9a-z]{10}\\.){3}cloak");
    return List.of(host.split("\\."));
  }

  @Test
  void neighbours_share_the_levels_of_their_networks() {
    var one = levels("192.0.2.7");
    assertThat(levels("192.0.2.7")).isEqualTo(one);
    var two = levels("192.0.2.8");
    assertThat(two.get(0)).isNotEqualTo(one.get(0));
    assertThat(two.subList(1, 4)).isEqualTo(one.subList(1, 4));
    var three = levels("192.0.3.7");
    assertThat(three.get(1)).isNotEqualTo(one.get(1));
    assertThat(three.subList(2, 4)).isEqualTo(one.subList(2, 4));
    assertThat(levels("192.1.2.7").get(2)).isNotEqualTo(one.get(2));
  }

  @Test
  void the_levels_of_ipv6_are_those_of_customers() {
    var one = levels("2001:db8:1:2::7");
    var two = levels("2001:db8:1:2::8");
    assertThat(two.get(0)).isNotEqualTo(one.get(0));
    assertThat(two.subList(1, 4)).isEqualTo(one.subList(1, 4));
    var three = levels("2001:db8:1:3::7");
    assertThat(three.get(1)).isNotEqualTo(one.get(1));
    assertThat(three.get(2)).isEqualTo(one.get(2));
    assertThat(levels("2001:db8:2:2::7").get(2)).isNotEqualTo(one.get(2));
  }

  @Test
  void another_key_makes_others() {
    var address = InetAddress.ofLiteral("192.0.2.7");
    var other = KEY.clone();
    other[0] = 1;
    assertThat(new Cloak(other).of(address)).isNotEqualTo(cloak.of(address));
  }

  @Test
  void accounts_have_cloaks_of_their_own_where_that_is_wanted() {
    var address = InetAddress.ofLiteral("192.0.2.7");
    var bob = AccountName.parse("Bob").orElseThrow();
    assertThat(cloak.of(address, bob)).isEqualTo(cloak.of(address));
    var naming = new Cloak(KEY, true);
    assertThat(naming.of(address, bob)).isEqualTo("bob.account.cloak");
    assertThat(naming.of(address, null)).isEqualTo(cloak.of(address));
  }
}
