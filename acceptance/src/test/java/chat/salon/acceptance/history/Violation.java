package chat.salon.acceptance.history;

import java.util.List;

/// Something that a correct server cannot have done.
///
/// @param messages how many messages it is about
/// @param what what is wrong, in a sentence
/// @param excerpt the entries of the log that show it
public record Violation(Invariant invariant, int messages, String what, List<Entry> excerpt) {}
