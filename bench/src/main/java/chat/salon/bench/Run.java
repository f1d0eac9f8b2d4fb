package chat.salon.bench;

/// One run of one load against one server.
record Run(Generator generator, Target target, Plan plan, Progress progress) {
  /// Nobody yet; to be closed.
  Crowd crowd() {
    return new Crowd(generator, target, plan.patience());
  }
}
