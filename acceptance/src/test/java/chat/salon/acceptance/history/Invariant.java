package chat.salon.acceptance.history;

/// What holds in every run of a correct server, whatever was done to it.
public enum Invariant {
  N1("what was acknowledged is in the history"),
  N2("what was refused is seen by nobody"),
  N3("what was said once has one msgid, and a msgid belongs to one message"),
  N4("a channel has one order, and nobody sees another"),
  N5("nobody misses a message between two that they heard"),
  N6("nobody is told twice, nor of what they knew before they came back"),
  N7("who reads the history finds all that was acknowledged before they asked"),
  N8("what was known before something else was said comes before it"),
  N9("nobody hears what is said before they come or after they were put out"),
  N10("nobody has a name that somebody else has"),
  N11("nothing is seen that its author did not say there, and nothing before it was said"),
  N12("all readings of the history agree");

  private final String statement;

  Invariant(String statement) {
    this.statement = statement;
  }

  /// The invariant in words.
  public String statement() {
    return statement;
  }
}
