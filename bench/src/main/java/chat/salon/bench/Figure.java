package chat.salon.bench;

/// What is measured.
enum Figure {
  CONNECTIONS_PER_SECOND("connections/s", "connections registered in a second"),
  DELIVERIES_PER_SECOND("deliveries/s", "deliveries in a second"),
  DELIVERIES_PER_CPU_SECOND(
      "deliveries/CPU s", "deliveries for each second of processor that the server used"),
  MESSAGES_PER_SECOND("messages/s", "messages that all readers have, in a second"),
  CYCLES_PER_SECOND("cycles/s", "how often in a second somebody connected, joined and quit"),
  CPU_MILLIS_PER_CYCLE("server CPU ms/cycle", "milliseconds of processor for each of these"),
  MOVES_PER_SECOND("joins+parts/s", "joins and parts in a second"),
  P50_MICROS("p50 µs", "microseconds in which half of all were delivered"),
  P90_MICROS("p90 µs", "the same for 90 %"),
  P99_MICROS("p99 µs", "the same for 99 %"),
  P999_MICROS("p99.9 µs", "the same for 99.9 %"),
  MAX_MICROS("max µs", "the same for all"),
  RECOVERY_MILLIS("recovery ms", "milliseconds without an answer after a node was killed, at most"),
  LINES_PER_READ("lines/read", "deliveries that one read of the generator got, on average"),
  INTENDED_PER_SECOND("intended msg/s", "messages a second that the open loop is to send"),
  LATE_SENDS("late sends", "messages of an open loop that found too many others under way"),
  RESIDENT_PER_CONNECTION("RSS B/connection", "resident bytes that a connection costs the server"),
  PROPORTIONAL_PER_CONNECTION("PSS B/connection", "the same with shared pages by their share"),
  SERVER_CPU("server CPU %", "share of one core that the server used"),
  GENERATOR_CPU("generator CPU %", "share of one core that the generator used"),
  SERVER_RSS_MB("server RSS MB", "megabytes that were resident at the end");

  private final String shown;
  private final String meaning;

  Figure(String shown, String meaning) {
    this.shown = shown;
    this.meaning = meaning;
  }

  /// Its name in a table, with the unit.
  String shown() {
    return shown;
  }

  /// What it is, for those who ask.
  String meaning() {
    return meaning;
  }
}
