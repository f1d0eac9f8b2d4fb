package chat.salon.server;

import chat.salon.core.account.BearerTokens;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tokens of an identity provider, as JSON Web Tokens (RFC 7519): signed by one of its keys, by an
/// algorithm with public keys, for this server, and in time. The keys are in a file, which is
/// followed; nobody is connected to. Any thread may check; one thread at a time refreshes.
final class JwtTokens implements BearerTokens {
  private static final Logger LOG = LoggerFactory.getLogger(JwtTokens.class);
  private static final Set<JWSAlgorithm> ALGORITHMS = algorithms();

  private final OauthSettings settings;
  private volatile Current current;

  /// @param seen how the file looked when it was read
  private record Current(String seen, DefaultJWTProcessor<SecurityContext> processor) {}

  /// @throws IllegalArgumentException what is wrong with the file of the keys
  JwtTokens(OauthSettings settings) {
    this.settings = settings;
    current = load();
  }

  private static Set<JWSAlgorithm> algorithms() {
    var all = new HashSet<JWSAlgorithm>(JWSAlgorithm.Family.RSA);
    all.addAll(JWSAlgorithm.Family.EC);
    return Set.copyOf(all);
  }

  /// Reads the file again if it has changed. What is wrong with it is logged once, and the old keys
  /// stay.
  void refresh() {
    var now = Look.at(settings.keys());
    if (now.equals(current.seen())) {
      return;
    }
    try {
      current = load();
      LOG.info("Logins are checked with the new keys of {}", settings.keys());
    } catch (IllegalArgumentException e) {
      current = new Current(now, current.processor());
      LOG.warn("The keys of the identity provider stay as they were: {}", e.getMessage());
    }
  }

  private Current load() {
    var seen = Look.at(settings.keys()); // before it is read: a change in between is seen later
    try {
      var keys = JWKSet.parse(Files.readString(settings.keys()));
      if (keys.isEmpty()) {
        throw new IllegalArgumentException("oauth.keys: " + settings.keys() + " has no keys in it");
      }
      return new Current(seen, processor(keys.toPublicJWKSet()));
    } catch (IOException | ParseException e) {
      throw new IllegalArgumentException(
          "oauth.keys: " + settings.keys() + " cannot be read as a JWK Set: " + e.getMessage(), e);
    }
  }

  private DefaultJWTProcessor<SecurityContext> processor(JWKSet keys) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
    var claims =
        new DefaultJWTClaimsVerifier<SecurityContext>(
            settings.audience(),
            new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
            Set.of("exp", settings.accountClaim()));
    claims.setMaxClockSkew(settings.clockSkewSeconds());
    processor.setJWTClaimsSetVerifier(claims);
    return processor;
  }

  @Override
  public boolean isOffered() {
    return true;
  }

  @Override
  public Optional<Vouched> check(String token) {
    try {
      var claims = current.processor().process(token, null);
      var name = claims.getStringClaim(settings.accountClaim());
      if (name == null || name.isEmpty()) {
        return Optional.empty();
      }
      var email = claims.getClaim("email") instanceof String text ? text : null;
      return Optional.of(new Vouched(name, email, settings.createAccounts()));
    } catch (ParseException | BadJOSEException | JOSEException e) {
      LOG.debug("A token was refused: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
