package chat.salon.push;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts for one device, which alone can read it: RFC 8291, in one record of RFC 8188.
final class Encryption {
  /// So much fits into one.
  static final int MOST_BYTES = 3993;

  private static final int SALT_BYTES = 16;
  private static final int RECORD_BYTES = 4096;
  private static final int TAG_BITS = 128;
  private static final int STEP = 256;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Encryption() {}

  /// Encrypts, filled up so that the length tells little.
  ///
  /// @param device its public key
  /// @throws GeneralSecurityException that is no key
  static byte[] encrypt(byte[] plain, byte[] device, byte[] secret)
      throws GeneralSecurityException {
    var salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    int whole = Math.min(MOST_BYTES, (plain.length / STEP + 1) * STEP);
    return encrypt(plain, whole - plain.length, device, secret, generator.generateKeyPair(), salt);
  }

  /// @param filling zeros after the text
  /// @param own keys for this one message
  static byte[] encrypt(
      byte[] plain, int filling, byte[] device, byte[] secret, KeyPair own, byte[] salt)
      throws GeneralSecurityException {
    if (plain.length > MOST_BYTES) {
      throw new IllegalArgumentException("a push message has at most " + MOST_BYTES + " bytes");
    }
    var point = P256.write((ECPublicKey) own.getPublic());
    var agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(own.getPrivate());
    agreement.doPhase(P256.read(device), true);
    var info = joined("WebPush: info\0".getBytes(US_ASCII), device, point);
    var material = derive(secret, agreement.generateSecret(), info, 32);
    var key = derive(salt, material, "Content-Encoding: aes128gcm\0".getBytes(US_ASCII), 16);
    var nonce = derive(salt, material, "Content-Encoding: nonce\0".getBytes(US_ASCII), 12);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    var last = Arrays.copyOf(plain, plain.length + 1 + filling);
    last[plain.length] = 2; // the delimiter of the last record
    var head =
        ByteBuffer.allocate(SALT_BYTES + 5 + point.length)
            .put(salt)
            .putInt(RECORD_BYTES)
            .put((byte) point.length)
            .put(point)
            .array();
    return joined(head, cipher.doFinal(last));
  }

  private static byte[] derive(byte[] salt, byte[] material, byte[] info, int bytes)
      throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(
            HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(material).thenExpand(info, bytes));
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
