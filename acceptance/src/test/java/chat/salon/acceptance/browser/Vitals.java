package chat.salon.acceptance.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/// What the browser itself saw of a page while somebody used it: what moved that nobody had asked
/// to move, how long it took until what was typed or clicked was painted, and how many messages
/// were in the page at most.
final class Vitals {
  private static final String WATCH =
      """
      (() => {
        const seen = { shifts: [], interactions: new Map(), rows: 0, ready: 0 };
        window.seen = seen;
        const name = (node) => node?.className || node?.nodeName || '?';
        new PerformanceObserver((list) => {
          for (const { hadRecentInput, value, sources } of list.getEntries()) {
            if (!hadRecentInput) {
              seen.shifts.push(value.toFixed(4) + ' ' + sources.map((each) => name(each.node)));
            }
          }
        }).observe({ type: 'layout-shift', buffered: true });
        new PerformanceObserver((list) => {
          for (const { interactionId, duration } of list.getEntries()) {
            if (!interactionId) continue; // a key that is held, a pointer that is moved
            const known = seen.interactions.get(interactionId) ?? 0;
            seen.interactions.set(interactionId, Math.max(known, duration));
          }
        }).observe({ type: 'event', durationThreshold: 16, buffered: true });
        new MutationObserver(() => {
          const rows = document.querySelectorAll('[role=log] [data-msgid]').length;
          seen.rows = Math.max(seen.rows, rows);
          const isReady = rows > 0 && document.querySelector('textarea');
          if (isReady && !seen.ready) seen.ready = performance.now();
        }).observe(document, { childList: true, subtree: true });
      })()\
      """;

  private final Page page;

  private Vitals(Page page) {
    this.page = page;
  }

  /// Watches everything that is opened in a page from now on.
  static Vitals of(Page page) {
    page.addInitScript(WATCH);
    return new Vitals(page);
  }

  /// What moved by itself, and how much.
  List<?> shifts() {
    return (List<?>) page.evaluate("() => window.seen.shifts");
  }

  /// The most messages that were in the page at any moment.
  int mostRows() {
    return (Integer) page.evaluate("() => window.seen.rows");
  }

  /// How long after its begin a page had messages and a place to write, in ms.
  double readyMillis() {
    page.waitForFunction("() => window.seen.ready > 0");
    return ((Number) page.evaluate("() => window.seen.ready")).doubleValue();
  }

  /// Forgets what was done so far.
  void forget() {
    painted(page);
    page.evaluate("() => { window.seen.interactions.clear(); }");
  }

  /// How long each interaction since the last question took until the next paint, in ms, where it
  /// took 16 or more: the browser tells no more.
  List<Double> interactions() {
    painted(page);
    var found =
        (List<?>)
            page.evaluate(
                """
                () => {
                  const all = [...window.seen.interactions.values()];
                  window.seen.interactions.clear();
                  return all;
                }\
                """);
    return found.stream().map(each -> ((Number) each).doubleValue()).sorted().toList();
  }

  /// Waits until all that was done is on the screen and told: two frames.
  static void painted(Page page) {
    page.evaluate(
        """
        () => new Promise((done) =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))\
        """);
  }
}
