package chat.salon.core;

/// When two names are the same. All nodes of a network have the same, and it stays what it was when
/// the first name with a letter beyond ASCII was stored.
public enum CaseMapping {
  /// When they differ in A–Z and a–z only. Beyond ASCII, nicks have Latin letters and no others.
  ASCII("ascii"),
  /// When they differ in small and capital letters of any script, or have letters that look alike:
  /// nicks may be written in any script (after RFC 8265, with the confusables of UTS #39).
  PRECIS("precis");

  private final String title;

  CaseMapping(String title) {
    this.title = title;
  }

  /// Its name on the wire: CASEMAPPING in 005.
  public String title() {
    return title;
  }
}
