package chat.salon.core.search;

/// A search that means nothing.
///
/// @param position of what is wrong in the text, from 0
/// @param near what is wrong, as it is written; empty when something is missing
/// @param limit that was passed; 0 for none
public record Malformed(Fault fault, int position, String near, int limit)
    implements Parsed, SearchOutcome {

  /// What is wrong.
  public enum Fault {
    /// Nothing is looked for.
    EMPTY,
    /// The text has more characters than it may.
    TOO_LONG,
    /// There are more words and filters than there may be.
    TOO_MANY,
    /// A quote is opened and not closed.
    UNCLOSED_QUOTE,
    /// Too few letters stand before a `*`.
    SHORT_PREFIX,
    /// Nothing stands behind the colon of a filter.
    NO_VALUE,
    /// Not a day, month or year.
    BAD_DATE,
    /// Not something that a message may have.
    BAD_FEATURE,
    /// A time cannot be excluded.
    NOT_EXCLUDABLE,
    /// It says only what is not wanted.
    ONLY_EXCLUDED,
    /// Not a place that the asker has.
    BAD_CURSOR
  }
}
