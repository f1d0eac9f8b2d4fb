package chat.salon.bench;

import java.time.Duration;

/// How long things take.
///
/// @param warmUp talk before anything is measured
/// @param measured how long it then is
/// @param patience with a server that shows no progress
record Plan(Duration warmUp, Duration measured, Duration patience) {}
