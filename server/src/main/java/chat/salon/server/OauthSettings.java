package chat.salon.server;

import java.nio.file.Path;

/// Section `[oauth]`: the identity provider whose tokens let people in. Off without an issuer.
///
/// @param issuer as its tokens name it (`iss`); empty for no provider
/// @param audience that a token has to be for (`aud`)
/// @param keys file with the provider's public keys (JWK Set, RFC 7517)
/// @param accountClaim the claim that is the name of the account
/// @param createAccounts whether the account of who comes for the first time is made
/// @param clockSkewSeconds that the clocks of provider and server may differ
record OauthSettings(
    String issuer,
    String audience,
    Path keys,
    String accountClaim,
    boolean createAccounts,
    int clockSkewSeconds) {

  static final OauthSettings DEFAULT =
      new OauthSettings("", "", Path.of(""), "preferred_username", false, 60);

  OauthSettings {
    if (!issuer.isEmpty()) {
      check(!audience.isEmpty(), "audience", "is empty: tokens for others would let people in");
      check(
          !keys.toString().isEmpty(), "keys", "is empty: it must be the file of the issuer's keys");
    }
    check(!accountClaim.isEmpty(), "account_claim", "is empty: it must be the name of a claim");
    check(
        clockSkewSeconds >= 0 && clockSkewSeconds <= 600,
        "clock_skew_seconds",
        "is " + clockSkewSeconds + ": it must be from 0 to 600");
  }

  boolean isOff() {
    return issuer.isEmpty();
  }

  private static void check(boolean isGood, String key, String problem) {
    if (!isGood) {
      throw new IllegalArgumentException("oauth." + key + " " + problem);
    }
  }
}
