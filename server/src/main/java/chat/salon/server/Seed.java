package chat.salon.server;

/// Where a node looks for others of its network: at a place, or at every address of a name.
///
/// @param viaDns whether each address of the name counts, as those of a headless service
record Seed(boolean viaDns, Endpoint place) {
  private static final String DNS = "dns:";

  /// `HOST:PORT` or `dns:NAME:PORT`.
  static Seed parse(String text) {
    boolean viaDns = text.startsWith(DNS);
    try {
      return new Seed(viaDns, Endpoint.parse(viaDns ? text.substring(DNS.length()) : text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "it must be HOST:PORT, or dns:NAME:PORT for every address of a name", e);
    }
  }

  @Override
  public String toString() {
    return (viaDns ? DNS : "") + place;
  }
}
