package chat.salon.core.search;

/// What became of the text of a search.
public sealed interface Parsed permits Query, Malformed {}
