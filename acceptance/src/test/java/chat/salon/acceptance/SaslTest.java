package chat.salon.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.Sasl.ScramClient;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/// The client that the other tests trust, against the example of RFC 7677, section 3.
class SaslTest {
  @Test
  void the_example_of_the_rfc_comes_out() throws Exception {
    var client = new ScramClient("user", "pencil", "rOprNGfwEbeRWgbNEkqO");
    assertThat(decoded(client.first())).isEqualTo("n,,n=user,r=rOprNGfwEbeRWgbNEkqO");

    var last =
        client.last(
            Sasl.base64(
                "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                    + "s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"));
    assertThat(decoded(last))
        .isEqualTo(
            "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
    assertThat(client.trusts(Sasl.base64("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=")))
        .isTrue();
    assertThat(client.trusts(Sasl.base64("v=AAAATRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=")))
        .isFalse();
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), UTF_8);
  }
}
