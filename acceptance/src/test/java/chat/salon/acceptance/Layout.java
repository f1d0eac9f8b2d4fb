package chat.salon.acceptance;

/// What the same conversations are run on.
enum Layout {
  ONE_NODE(1),
  /// Every second client is connected to the other node.
  TWO_NODES(2);

  private final int nodes;

  Layout(int nodes) {
    this.nodes = nodes;
  }

  TestSalon.Setup setup() {
    return new TestSalon.Setup().nodes(nodes);
  }
}
