package chat.salon.core.push;

import chat.salon.core.AccountName;

/// A device that wants to be told, and how it is reached (RFC 8030). Whoever has the endpoint and
/// the keys may write to the device: they are never shown to anybody.
///
/// @param token that let in who asked, with which it ends; 0 for none
/// @param form what it understands
/// @param key of the device, by which what it is told is encrypted: P-256, in base64url
/// @param secret of the device for the same, in base64url
/// @param showsText whether names and texts may be told to it
public record PushSubscription(
    AccountName account,
    long token,
    Form form,
    String endpoint,
    String key,
    String secret,
    boolean showsText) {

  /// How a device wants to be told.
  public enum Form {
    /// As the JSON of the web app.
    JSON,
    /// As a line of IRC.
    IRC
  }
}
