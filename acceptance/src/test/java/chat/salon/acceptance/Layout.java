package chat.salon.acceptance;

/// What the same conversations are run on.
enum Layout {
  ONE_NODE(1),
  /// Each client is connected to another node than the one before.
  THREE_NODES(3);

  private final int nodes;

  Layout(int nodes) {
    this.nodes = nodes;
  }

  TestSalon.Setup setup() {
    return new TestSalon.Setup().nodes(nodes);
  }
}
