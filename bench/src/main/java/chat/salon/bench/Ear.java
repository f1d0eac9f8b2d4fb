package chat.salon.bench;

/// What a load hears of its clients, on the event loop.
interface Ear {
  /// A measured message has come.
  ///
  /// @param at when the bytes were read, of [System#nanoTime]
  void delivered(Client reader, int voice, int number, long at);

  /// Somebody was seen coming or going, the client itself or another.
  ///
  /// @param who the index of the client, or -1 for somebody else
  default void moved(Client reader, Move move, int who) {}

  /// A client has registered; not told to those who do not care.
  default void registered(Client client) {}

  /// A client that was to leave is gone.
  default void gone(Client client) {}

  /// How somebody moves.
  enum Move {
    JOIN,
    PART,
    QUIT
  }
}
