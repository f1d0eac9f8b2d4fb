package chat.salon.server;

/// An answer over HTTP.
///
/// @param type of its content, as in `Content-Type`
record Page(int status, String type, String body) {}
