package chat.salon.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/// A certificate for 127.0.0.1 that nobody trusts who is not told to: PEM files in the folder of a
/// server.
record TestCertificate(Path certificate, Path key) {
  private static final String SECRET = "changeit";
  private static final String ALIAS = "server";

  static TestCertificate make(ServerFolder folder) {
    var store = folder.resolve("keys.p12");
    folder.run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "RSA",
            "-keysize",
            "2048",
            "-dname",
            "CN=salon.test",
            "-ext",
            "san=ip:127.0.0.1",
            "-validity",
            "30",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            SECRET),
        Path.of("/dev/null"));
    try (var in = Files.newInputStream(store)) {
      var keys = KeyStore.getInstance("PKCS12");
      keys.load(in, SECRET.toCharArray());
      var key = keys.getKey(ALIAS, SECRET.toCharArray()).getEncoded();
      return new TestCertificate(
          folder.write("cert.pem", pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded())),
          folder.writeSecret("key.pem", pem("PRIVATE KEY", key)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String kind, byte[] content) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
  }
}
