package chat.salon.store;

import chat.salon.core.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The key of this server, in a file beside the database: a copy of the database alone tells none
/// of what is encrypted under it. AES-256-GCM. Any thread.
final class ServerKey {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int FINGERPRINT_BYTES = 16;
  private static final byte FORMAT = 1;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  ServerKey(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a server key has " + KEY_BYTES + " bytes");
    }
    this.key = new SecretKeySpec(key, "AES");
  }

  static ServerKey read(Path file) throws IOException {
    try {
      return new ServerKey(Base64.getDecoder().decode(Files.readString(file).strip()));
    } catch (IllegalArgumentException e) {
      throw new StoreException("The file " + file + " is not a server key.", e);
    }
  }

  /// Makes a key and its file, which is whole or not there whatever happens.
  static ServerKey create(Path file) throws IOException {
    var bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    write(file, Base64.getEncoder().encodeToString(bytes) + "\n");
    return new ServerKey(bytes);
  }

  /// Writes what a key file holds, likewise.
  static void write(Path file, String text) throws IOException {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    DataFolder.create(fresh);
    try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      var buffer = StandardCharsets.US_ASCII.encode(text);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    DataFolder.syncName(file);
  }

  /// What tells this key from another and nothing else.
  String fingerprint() {
    return HexFormat.of().formatHex(mac("salon server key"), 0, FINGERPRINT_BYTES);
  }

  /// A key for another use, which tells nothing about this one or about those for other uses.
  byte[] derive(String use) {
    return mac("salon key for " + use);
  }

  private byte[] mac(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no HMAC-SHA-256", e);
    }
  }

  /// @param place where it will stand: at another place it cannot be decrypted
  byte[] encrypt(byte[] plain, String place) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain);
      return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
          .put(FORMAT)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no AES-GCM", e);
    }
  }

  /// @throws StoreException it was encrypted under another key, for another place, or changed since
  byte[] decrypt(byte[] encrypted, String place) {
    if (encrypted.length <= 1 + NONCE_BYTES || encrypted[0] != FORMAT) {
      throw new StoreException("A secret in the store has an unknown format: " + place + ".");
    }
    var nonce = new byte[NONCE_BYTES];
    ByteBuffer.wrap(encrypted).get(1, nonce);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, place)
          .doFinal(encrypted, 1 + NONCE_BYTES, encrypted.length - 1 - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new StoreException("A secret in the store cannot be decrypted: " + place + ".", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
