package chat.salon.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Getting in by a token of an identity provider, on a real server.
class OauthTest {
  private static final String ISSUER = "https://login.example.org/realms/chat";
  private static final String AUDIENCE = "irc.example.org";

  @TempDir Path folder;
  private ECKey own;

  @BeforeEach
  void make_the_keys_of_the_provider() throws JOSEException, IOException {
    own = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
    publish(own);
  }

  @Test
  void a_token_of_the_provider_logs_in_and_makes_the_account() throws Exception {
    try (var server = start(true)) {
      var token = signed(own, claims -> claims);
      try (var alice = Talk.to("127.0.0.1", port(server))) {
        alice.send("CAP LS 302");
        assertThat(alice.until(" sasl=")).contains("OAUTHBEARER,IRCV3BEARER");
        authenticate(
            alice, "OAUTHBEARER", "n,,\u0001host=x\u0001auth=Bearer " + token + "\u0001\u0001");
        assertThat(alice.until(" 900 ")).contains(" alice ");
        alice.until(" 903 ");
      }
      try (var alice = Talk.to("127.0.0.1", port(server))) {
        authenticate(alice, "IRCV3BEARER", "alice\0jwt\0" + token);
        alice.until(" 903 ");
      }
      try (var mallory = Talk.to("127.0.0.1", port(server))) { // the account has no password
        authenticate(mallory, "PLAIN", "\0alice\0" + token.substring(0, 50));
        mallory.until(" 904 ");
        authenticate(mallory, "IRCV3BEARER", "bob\0jwt\0" + token);
        mallory.until(" 904 ");
      }
    }
  }

  @Test
  void no_other_token_does() throws Exception {
    var stranger = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
    try (var server = start(true)) {
      refused(server, signed(stranger, claims -> claims));
      refused(server, signed(own, claims -> claims.issuer("https://elsewhere.example")));
      refused(server, signed(own, claims -> claims.audience("another")));
      refused(server, signed(own, claims -> claims.expirationTime(ago(Duration.ofHours(1)))));
      refused(server, signed(own, claims -> claims.expirationTime(null)));
      refused(server, signed(own, claims -> claims.claim("preferred_username", null)));
      refused(server, signed(own, claims -> claims.claim("preferred_username", "not a name")));
      refused(server, new PlainJWT(claims().build()).serialize());
      var mac = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
      mac.sign(new MACSigner(own.toPublicJWK().toJSONString().getBytes(UTF_8)));
      refused(server, mac.serialize());
      refused(server, "not.a.token");
    }
  }

  @Test
  void what_was_wrong_is_told_in_a_message_of_its_own() throws Exception {
    try (var server = start(false);
        var alice = Talk.to("127.0.0.1", port(server))) {
      authenticate( // an account that is not there is not made
          alice,
          "OAUTHBEARER",
          "n,,\u0001auth=Bearer " + signed(own, claims -> claims) + "\u0001\u0001");
      var answer = alice.until("AUTHENTICATE ").split(" ");
      assertThat(new String(Base64.getDecoder().decode(answer[answer.length - 1]), UTF_8))
          .contains("invalid_token");
      alice.send("AUTHENTICATE AQ==");
      alice.until(" 904 ");
      authenticate(alice, "OAUTHBEARER", "nonsense");
      alice.until("AUTHENTICATE ");
      alice.send("AUTHENTICATE *");
      alice.until(" 906 ");
    }
  }

  @Test
  void keys_that_cannot_be_read_are_a_mistake_in_the_configuration() throws IOException {
    Files.writeString(folder.resolve("keys.json"), "{}");
    assertThatExceptionOfType(StartException.class)
        .isThrownBy(() -> start(false).close())
        .withMessageStartingWith("oauth.keys: ");
  }

  @Test
  void new_keys_hold_as_soon_as_they_are_read() throws Exception {
    var settings =
        new OauthSettings(
            ISSUER, AUDIENCE, folder.resolve("keys.json"), "preferred_username", false, 60);
    var tokens = new JwtTokens(settings);
    var next = new ECKeyGenerator(Curve.P_256).keyID("another one").generate();
    var token = signed(next, claims -> claims);
    assertThat(tokens.check(token)).isEmpty();
    publish(next);
    tokens.refresh();
    assertThat(tokens.check(token)).isPresent();
    Files.writeString(folder.resolve("keys.json"), "broken");
    tokens.refresh();
    assertThat(tokens.check(token)).isPresent();
  }

  private void refused(Server server, String token) throws IOException {
    try (var client = Talk.to("127.0.0.1", port(server))) {
      authenticate(client, "IRCV3BEARER", "\0oauth2\0" + token);
      client.until(" 904 ");
    }
  }

  private static void authenticate(Talk client, String mechanism, String message)
      throws IOException {
    client.send("AUTHENTICATE " + mechanism);
    client.until("AUTHENTICATE +");
    var text = Base64.getEncoder().encodeToString(message.getBytes(UTF_8));
    int from = 0;
    for (; text.length() - from >= 400; from += 400) {
      client.send("AUTHENTICATE " + text.substring(from, from + 400));
    }
    client.send("AUTHENTICATE " + (from == text.length() ? "+" : text.substring(from)));
  }

  private void publish(ECKey key) throws IOException {
    Files.writeString(folder.resolve("keys.json"), new JWKSet(key.toPublicJWK()).toString(true));
  }

  private static String signed(ECKey key, UnaryOperator<JWTClaimsSet.Builder> change)
      throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
    var jwt = new SignedJWT(header, change.apply(claims()).build());
    jwt.sign(new ECDSASigner(key));
    return jwt.serialize();
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .expirationTime(ago(Duration.ofHours(-1)))
        .claim("email", "alice@example.org")
        .claim("preferred_username", "alice");
  }

  private static Date ago(Duration time) {
    return Date.from(Instant.now().minus(time));
  }

  private static int port(Server server) {
    return server.ports().irc().getFirst().port();
  }

  private Server start(boolean createAccounts) throws IOException {
    var file =
        Files.writeString(
            folder.resolve("salon.toml"),
            """
            [server]
            data = "%s"
            [irc]
            listen = "127.0.0.1:0"
            listen_tls = "none"
            [web]
            listen = "none"
            listen_tls = "none"
            [accounts]
            hash_memory_kib = 8
            throttle_failures = 0
            [oauth]
            issuer = "%s"
            audience = "%s"
            keys = "%s"
            create_accounts = %s
            """
                .formatted(
                    folder.resolve("data"),
                    ISSUER,
                    AUDIENCE,
                    folder.resolve("keys.json"),
                    createAccounts));
    var sources = new Sources(file, true, Map.of(), Map.of());
    var reading = (Reading.Good) ConfigurationReader.read(sources);
    return Server.start(sources, reading.configuration());
  }
}
