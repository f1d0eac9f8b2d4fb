package chat.salon.bench;

/// A server that runs already, and goes on running.
record External(Target target) implements Software {
  @Override
  public String name() {
    return target.name();
  }

  @Override
  public String version() {
    return "unknown";
  }

  @Override
  public Running start() {
    return new Running() {
      @Override
      public Target target() {
        return target;
      }

      @Override
      public void close() {}
    };
  }
}
