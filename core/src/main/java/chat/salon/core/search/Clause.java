package chat.salon.core.search;

/// One condition of a search.
///
/// @param isExcluded whether messages that meet it are left out
public record Clause(Criterion what, boolean isExcluded) {
  /// One that messages meet.
  public static Clause of(Criterion what) {
    return new Clause(what, false);
  }
}
