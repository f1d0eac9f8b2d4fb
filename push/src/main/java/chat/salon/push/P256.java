package chat.salon.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/// Keys on the curve P-256 as Web Push writes them: 65 bytes, `4` and the two coordinates. Pure.
final class P256 {
  static final int POINT_BYTES = 65;
  private static final int HALF = 32;
  private static final ECParameterSpec CURVE = curve();

  private P256() {}

  /// The public key that bytes are.
  ///
  /// @throws GeneralSecurityException they are none
  static ECPublicKey read(byte[] point) throws GeneralSecurityException {
    if (point.length != POINT_BYTES || point[0] != 4) {
      throw new GeneralSecurityException("not an uncompressed point of P-256");
    }
    var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + HALF));
    var y = new BigInteger(1, Arrays.copyOfRange(point, 1 + HALF, POINT_BYTES));
    var spec = new ECPublicKeySpec(new ECPoint(x, y), CURVE);
    return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
  }

  static byte[] write(ECPublicKey key) {
    var point = new byte[POINT_BYTES];
    point[0] = 4;
    put(key.getW().getAffineX(), point, 1);
    put(key.getW().getAffineY(), point, 1 + HALF);
    return point;
  }

  /// The pair of keys that belongs to a secret, always the same.
  static KeyPair pair(byte[] secret) {
    var order = CURVE.getOrder();
    var scalar = new BigInteger(1, secret).mod(order.subtract(BigInteger.ONE)).add(BigInteger.ONE);
    // The JDK multiplies points, and has no way to say so.
    var base = ECNamedCurveTable.getByName("P-256").getG();
    var point = new FixedPointCombMultiplier().multiply(base, scalar).normalize();
    try {
      var keys = KeyFactory.getInstance("EC");
      var open =
          new ECPoint(
              point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
      return new KeyPair(
          (ECPublicKey) keys.generatePublic(new ECPublicKeySpec(open, CURVE)),
          (ECPrivateKey) keys.generatePrivate(new ECPrivateKeySpec(scalar, CURVE)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no P-256", e);
    }
  }

  private static void put(BigInteger number, byte[] to, int at) {
    var bytes = number.toByteArray();
    int from = Math.max(0, bytes.length - HALF);
    int length = bytes.length - from;
    System.arraycopy(bytes, from, to, at + HALF - length, length);
  }

  private static ECParameterSpec curve() {
    try {
      var parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no P-256", e);
    }
  }
}
