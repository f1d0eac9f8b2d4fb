package chat.salon.core.account;

import java.time.Duration;

/// For how long people stay logged in. Checked by who reads the configuration.
///
/// @param idle after which a browser is logged out
/// @param absolute after which it is, however much it was used
/// @param browsers that may be logged in to one account at once; the one that was used longest ago
///   makes room
/// @param tokens that an account may have for programs
/// @param longestToken how long a program's token may last
public record AccessSettings(
    Duration idle, Duration absolute, int browsers, int tokens, Duration longestToken) {}
