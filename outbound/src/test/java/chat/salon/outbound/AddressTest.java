package chat.salon.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What may be written where a host belongs.
class AddressTest {
  private static final Rules WEB = Rules.global(true, Set.of(80, 443));

  @ParameterizedTest
  @ValueSource(
      strings = {
        // this machine, as people and libc write it
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "127.255.255.254",
        "0",
        "0.0.0.0",
        "0x7f.1",
        "0x7f.0.0.1",
        "0x7F000001",
        "0x7f.0x0.0x0.0x1",
        "0177.0.0.1",
        "00000177.1",
        "017700000001",
        "2130706433",
        "127.0.0.1.",
        "１２７.0.0.1",
        "127。0。0。1",
        "[::]",
        "[::1]",
        "[0:0:0:0:0:0:0:1]",
        "[0000:0000:0000:0000:0000:0000:0000:0001]",
        "[::127.0.0.1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::FFFF:7F00:0001]",
        "[0:0:0:0:0:ffff:127.0.0.1]",
        // the house
        "10.0.0.1",
        "10.1",
        "0xa.1",
        "012.0.0.1",
        "167772161",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "192.168.257",
        "0300.0250.0.1",
        "3232235521",
        "100.64.0.1",
        "100.127.255.255",
        "[::ffff:10.0.0.1]",
        "[::ffff:c0a8:1]",
        "[fc00::1]",
        "[fd00::1]",
        "[fe80::1]",
        "[febf::1]",
        "[fec0::1]",
        // the metadata of clouds
        "169.254.169.254",
        "169.254.43518",
        "0xa9fea9fe",
        "0251.0376.0251.0376",
        "2852039166",
        "[::ffff:169.254.169.254]",
        "[fd00:ec2::254]",
        // wrapped
        "[2002:7f00:1::]",
        "[2002:a00:1::1]",
        "[2002:a9fe:a9fe::1]",
        "[64:ff9b::7f00:1]",
        "[64:ff9b::169.254.169.254]",
        "[64:ff9b:1::a00:1]",
        "[2001:0:53aa:64c:0:0:80ff:fffe]",
        "[2001::1]",
        "[::ffff:0:127.0.0.1]",
        // special
        "192.0.0.1",
        "192.0.2.1",
        "192.88.99.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "[100::1]",
        "[2001:db8::1]",
        "[3fff::1]",
        "[5f00::1]",
        "[ff02::1]",
        "[ff05::1:3]"
      })
  void nobody_is_led_inside_however_it_is_written(String host) {
    try (var outbound =
        new Outbound(
            WEB,
            name -> {
              throw new UnknownHostException("looked up: " + name);
            })) {
      var address = outbound.address("http://" + host + "/");
      assertThat(address).as("is an address").isPresent();
      var call = Call.post(address.get(), Map.of(), Bytes.NONE, Duration.ofSeconds(5), 0);
      assertThat(outbound.ask(call)).isEqualTo(new Result.NotAllowed());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://example.org/",
        "javascript:alert(1)",
        "http:example.org",
        "//example.org/",
        "http:///x",
        "http://user@example.org/",
        "http://user:secret@example.org/",
        "http://example.org@127.0.0.1/",
        "http://example.org:22/",
        "http://example.org:8080/",
        "https://example.org:0/",
        "https://example.org:99999/",
        "http://example.org\\@127.0.0.1/",
        "http://exa mple.org/",
        "http://%31%32%37.0.0.1/",
        "http://256.1.1.1/",
        "http://1.2.3.4.5/",
        "http://0x/",
        "http://[::1/",
        "http://[fe80::1%25eth0]/",
        "http://example..org/",
        "http://-example.org/",
        ""
      })
  void what_is_no_address_or_no_allowed_one_is_refused(String text) {
    assertThat(Address.parse(text, WEB)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://Example.ORG, http://example.org/",
    "https://example.org:443/a?b=c#d, https://example.org/a?b=c",
    "http://example.org:443/, http://example.org:443/",
    "http://été.example/é, http://xn--t-9fab.example/%C3%A9",
    "http://example.org./, http://example.org/",
    "http://0x08.8.8.8/, http://8.8.8.8/",
    "'http://[2606:4700:4700:0::1111]/', 'http://[2606:4700:4700:0:0:0:0:1111]/'"
  })
  void an_address_has_one_form(String text, String shown) {
    assertThat(Address.parse(text, WEB).map(Address::shown)).contains(shown);
  }

  @Test
  void without_tls_only_where_the_rules_say_so() {
    var tls = Rules.global(false, Set.of());
    assertThat(Address.parse("http://example.org/", tls)).isEmpty();
    assertThat(Address.parse("https://example.org:8443/", tls)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "/other, http://example.org/other",
    "?x, http://example.org/a/?x",
    "https://example.net, https://example.net/",
    "//example.net/x, http://example.net/x"
  })
  void a_redirect_leads_on_from_where_one_is(String location, String shown) {
    var from = Address.parse("http://example.org/a/b", WEB).orElseThrow();
    assertThat(from.resolve(location, WEB).map(Address::shown)).contains(shown);
    assertThat(from.resolve("ftp://example.org/", WEB)).isEmpty();
    assertThat(from.resolve("http://example.org:22/", WEB)).isEmpty();
  }
}
