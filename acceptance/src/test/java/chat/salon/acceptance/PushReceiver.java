package chat.salon.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A push service, and the device behind it, which decrypts what comes with its own keys.
public final class PushReceiver implements AutoCloseable {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final HttpServer server;
  private final KeyPair keys;
  private final byte[] secret = "sixteen bytes ok".getBytes(UTF_8);
  private final BlockingQueue<Push> pushes = new LinkedBlockingQueue<>();
  private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();

  /// Something that came.
  ///
  /// @param headers by their names in lower case
  public record Push(Map<String, String> headers, String text) {
    /// It, when it is JSON.
    public JsonNode json() {
      return JsonMapper.shared().readTree(text);
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /// Begins to listen.
  public PushReceiver() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.start();
  }

  /// What it answers to the next that come, before it takes them.
  PushReceiver answering(Integer... statuses) {
    answers.addAll(Arrays.asList(statuses));
    return this;
  }

  /// Where it takes what is sent.
  public String endpoint() {
    return "http://localhost:" + server.getAddress().getPort() + "/send/1";
  }

  /// The public key of the device, in base64url.
  public String key() {
    return BASE64.encodeToString(point((ECPublicKey) keys.getPublic()));
  }

  /// The secret of the device, in base64url.
  public String secret() {
    return BASE64.encodeToString(secret);
  }

  /// The frame that subscribes it.
  String frame() {
    return "{'subscribe_push':'%s','p256dh':'%s','auth':'%s'}"
        .formatted(endpoint(), key(), secret());
  }

  /// What comes next; also what was answered with an error.
  public Push next() {
    try {
      var push = pushes.poll(IrcClient.PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      assertThat(push).as("a push").isNotNull();
      return push;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Whether there is something that was not asked for yet.
  public boolean hasMore() {
    return !pushes.isEmpty();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var headers = new HashMap<String, String>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
      var status = answers.poll();
      exchange.sendResponseHeaders(status == null ? 201 : status, -1);
      pushes.add(new Push(headers, new String(decrypt(body), UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  // As a browser does it: RFC 8291 and RFC 8188.
  private byte[] decrypt(byte[] body) throws GeneralSecurityException {
    var in = ByteBuffer.wrap(body);
    var salt = new byte[16];
    in.get(salt).getInt();
    var point = new byte[in.get()];
    in.get(point);
    var sealed = new byte[in.remaining()];
    in.get(sealed);
    var agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(keys.getPrivate());
    agreement.doPhase(key(point), true);
    var info = new ByteArrayOutputStream();
    info.writeBytes("WebPush: info\0".getBytes(UTF_8));
    info.writeBytes(point((ECPublicKey) keys.getPublic()));
    info.writeBytes(point);
    var material = derive(secret, agreement.generateSecret(), info.toByteArray(), 32);
    var key = derive(salt, material, "Content-Encoding: aes128gcm\0".getBytes(UTF_8), 16);
    var nonce = derive(salt, material, "Content-Encoding: nonce\0".getBytes(UTF_8), 12);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    var plain = cipher.doFinal(sealed);
    int end = plain.length - 1;
    while (plain[end] == 0) {
      end--;
    }
    assertThat(plain[end]).as("the delimiter of the last record").isEqualTo((byte) 2);
    return Arrays.copyOf(plain, end);
  }

  private ECPublicKey key(byte[] point) throws GeneralSecurityException {
    var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 33));
    var y = new BigInteger(1, Arrays.copyOfRange(point, 33, 65));
    var curve = ((ECPublicKey) keys.getPublic()).getParams();
    return (ECPublicKey)
        KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
  }

  private static byte[] derive(byte[] salt, byte[] material, byte[] info, int bytes)
      throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(
            HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(material).thenExpand(info, bytes));
  }

  private static byte[] point(ECPublicKey key) {
    var point = new byte[65];
    point[0] = 4;
    put(key.getW().getAffineX(), point, 33);
    put(key.getW().getAffineY(), point, 65);
    return point;
  }

  private static void put(BigInteger number, byte[] to, int end) {
    var bytes = number.toByteArray();
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, to, end - length, length);
  }
}
