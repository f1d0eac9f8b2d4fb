package chat.salon.irc.channel;

import chat.salon.core.search.Malformed;

/// What is wrong with a search, as lines tell it. Pure.
final class SearchFaults {
  private SearchFaults() {}

  static String text(Malformed wrong) {
    return switch (wrong.fault()) {
      case EMPTY -> "Say what to look for: text, from, in, before or after";
      case TOO_LONG -> "The text is too long: at most " + wrong.limit() + " characters";
      case TOO_MANY -> "Too many words and filters: at most " + wrong.limit();
      case UNCLOSED_QUOTE -> "The closing quote is missing";
      case SHORT_PREFIX -> "It takes at least two letters before a star";
      case NO_VALUE -> "Something is missing after the colon";
      case BAD_DATE -> "A date is written 2026-11-01, 2026-11, 2026, today or yesterday";
      case BAD_FEATURE -> "It is has:link or has:reaction";
      case NOT_EXCLUDABLE -> "A time cannot be excluded: use before: or after:";
      case ONLY_EXCLUDED -> "Add a word to find: there are only words to leave out";
      case BAD_CURSOR -> "That is no place to go on from";
    };
  }
}
