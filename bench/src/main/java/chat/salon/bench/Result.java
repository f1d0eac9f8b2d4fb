package chat.salon.bench;

import java.util.Map;

/// What a run of a load came to.
///
/// @param figures by name, in the order of the report; see [Figure] for their units
record Result(Map<Figure, Double> figures, Verdict verdict) {}
