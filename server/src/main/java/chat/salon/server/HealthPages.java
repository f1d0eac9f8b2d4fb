package chat.salon.server;

import chat.salon.server.Trouble.Effect;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// What machines ask that watch over the server: `/health`, whether the process works, and
/// `/ready`, whether it may take clients. The answer's status says it, 200 or 503; its JSON says
/// why. Any thread.
final class HealthPages {
  private static final Logger LOG = LoggerFactory.getLogger(HealthPages.class);

  private final List<Health> parts;

  HealthPages(List<Health> parts) {
    this.parts = List.copyOf(parts);
  }

  Page health() {
    return page(Effect.BROKEN);
  }

  Page ready() {
    return page(Effect.NOT_READY);
  }

  private Page page(Effect least) {
    var troubles = parts.stream().flatMap(part -> ask(part).stream()).toList();
    boolean isGood = troubles.stream().allMatch(each -> each.effect().compareTo(least) < 0);
    var body = new Body(isGood ? "good" : "bad", troubles.stream().map(HealthPages::line).toList());
    return new Page(
        isGood ? 200 : 503,
        "application/json",
        JsonMapper.shared().writeValueAsString(body) + "\n");
  }

  private static List<Trouble> ask(Health part) {
    try {
      return part.troubles();
    } catch (RuntimeException e) {
      LOG.error("A part of the server cannot say how it is", e);
      return List.of(new Trouble("server", Effect.NOT_READY, "a fault: see the log"));
    }
  }

  private static Line line(Trouble trouble) {
    var effect = trouble.effect().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return new Line(trouble.part(), effect, trouble.what());
  }

  /// The JSON of both pages.
  private record Body(String status, List<Line> troubles) {}

  private record Line(String part, String effect, String what) {}
}
