package chat.salon.cluster;

import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;

/// What became of a request.
final class OutcomeCodec {
  private static final int DONE = 1;
  private static final int REFUSED = 2;

  private OutcomeCodec() {}

  static void fields(Writer out, Outcome outcome) {
    switch (outcome) {
      case Done(var events, var refusals) -> {
        out.number(DONE);
        out.list(events, EventCodec::write);
        out.list(refusals, RefusalCodec::write);
      }
      case Refused(var why) -> {
        out.number(REFUSED);
        RefusalCodec.write(out, why);
      }
    }
  }

  static Outcome fields(Reader in) {
    int number = in.integer();
    return switch (number) {
      case DONE -> new Done(in.list(EventCodec::read), in.list(RefusalCodec::read));
      case REFUSED -> new Refused(RefusalCodec.read(in));
      default -> throw in.unknown("outcome", number);
    };
  }
}
