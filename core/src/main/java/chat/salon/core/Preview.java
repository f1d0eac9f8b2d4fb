package chat.salon.core;

/// What a page that a message links to says of itself. Plain text, which strangers wrote.
///
/// @param url the link as it stands in the message
/// @param site what the site is called; never empty
/// @param title of the page; never empty
/// @param description empty for none
public record Preview(String url, String site, String title, String description) {}
