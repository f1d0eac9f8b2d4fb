package chat.salon.outbound;

import static chat.salon.outbound.Listener.redirects;
import static chat.salon.outbound.Listener.says;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.outbound.Result.Answered;
import chat.salon.outbound.Result.NoAnswer;
import chat.salon.outbound.Result.NotAllowed;
import io.vertx.core.http.HttpMethod;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// Who is connected to, and how much of an answer is read. Here 127.0.0.1 stands for the Internet,
/// and 127.0.0.2 for what is inside.
class OutboundTest {
  private static final Rules RULES =
      new Rules(true, Set.of(), address -> "127.0.0.1".equals(address.getHostAddress()));
  private static final String OUTSIDE = "127.0.0.1";
  private static final String INSIDE = "127.0.0.2";
  private static final String OK = "HTTP/1.1 200 OK\nContent-Length: 5\n\nhello";
  private static final int MOST = 10_000;

  private final AtomicInteger lookups = new AtomicInteger();

  // Answers one after the other; the last one for ever.
  private Resolver names(String... addresses) {
    var left = new ArrayDeque<>(List.of(addresses));
    return _ -> {
      lookups.incrementAndGet();
      var next = left.size() > 1 ? left.remove() : left.getFirst();
      return new InetAddress[] {InetAddress.ofLiteral(next)};
    };
  }

  private static Result ask(Outbound outbound, String url, Duration timeout) {
    var call =
        new Call(
            HttpMethod.GET,
            outbound.address(url).orElseThrow(),
            Map.of("User-Agent", "Test"),
            Bytes.NONE,
            timeout,
            3,
            MOST,
            _ -> true);
    return outbound.ask(call);
  }

  private static Result ask(Outbound outbound, String url) {
    return ask(outbound, url, Duration.ofSeconds(20));
  }

  private static String text(Result result) {
    return ((Answered) result).body().text();
  }

  @Test
  void a_name_is_looked_up_once_and_what_was_checked_is_connected_to() throws Exception {
    try (var outside = new Listener(OUTSIDE, says(OK));
        var inside = new Listener(INSIDE, says(OK));
        var outbound = new Outbound(RULES, names(OUTSIDE, INSIDE))) {
      assertThat(text(ask(outbound, "http://example.test:" + outside.port() + "/a?b")))
          .isEqualTo("hello");
      assertThat(lookups).hasValue(1);
      var request = outside.next();
      assertThat(request)
          .startsWith("GET /a?b HTTP/1.1\r\n")
          .containsIgnoringCase("\r\nhost: example.test:" + outside.port() + "\r\n")
          .containsIgnoringCase("\r\nuser-agent: Test\r\n")
          .doesNotContainIgnoringCase("cookie")
          .doesNotContainIgnoringCase("referer");
      assertThat(ask(outbound, "http://example.test:" + inside.port() + "/"))
          .isEqualTo(new NotAllowed());
      assertThat(inside.left()).isZero();
    }
  }

  @Test
  void of_several_addresses_only_those_that_may_be_reached_are_tried() {
    try (var outside = new Listener(OUTSIDE, says(OK));
        var outbound =
            new Outbound(
                RULES,
                _ ->
                    new InetAddress[] {
                      InetAddress.ofLiteral(INSIDE), InetAddress.ofLiteral(OUTSIDE)
                    })) {
      assertThat(text(ask(outbound, "http://example.test:" + outside.port() + "/")))
          .isEqualTo("hello");
    }
  }

  @Test
  void tls_is_told_the_name() throws Exception {
    try (var outside = new Listener(OUTSIDE, _ -> {});
        var outbound = new Outbound(RULES, names(OUTSIDE))) {
      assertThat(ask(outbound, "https://example.test:" + outside.port() + "/"))
          .isEqualTo(new NoAnswer());
      assertThat(outside.next()).contains("example.test");
    }
  }

  @Test
  void the_rules_of_the_internet_let_nobody_come_to_this_machine() {
    try (var listener = new Listener(OUTSIDE, says(OK));
        var outbound = new Outbound(Rules.global(true, Set.of()), names(OUTSIDE))) {
      assertThat(ask(outbound, "http://example.test:" + listener.port() + "/"))
          .isEqualTo(new NotAllowed());
      assertThat(ask(outbound, "http://0x7f.1:" + listener.port() + "/"))
          .isEqualTo(new NotAllowed());
      assertThat(listener.left()).isZero();
    }
  }

  @Test
  void each_redirect_is_checked_anew_by_address_and_by_name() {
    try (var inside = new Listener(INSIDE, says(OK));
        var byAddress =
            new Listener(OUTSIDE, redirects("http://127.0.0.2:" + inside.port() + "/"));
        var byName = new Listener(OUTSIDE, redirects("http://again.test:" + inside.port() + "/"));
        var outbound = new Outbound(RULES, names(OUTSIDE, OUTSIDE, INSIDE))) {
      assertThat(ask(outbound, "http://example.test:" + byAddress.port() + "/"))
          .isEqualTo(new NotAllowed());
      assertThat(ask(outbound, "http://example.test:" + byName.port() + "/"))
          .isEqualTo(new NotAllowed());
      assertThat(lookups).hasValue(3);
      assertThat(inside.left()).isZero();
    }
  }

  @Test
  void redirects_are_followed_three_times_and_no_more() throws Exception {
    try (var circle = new Listener(OUTSIDE, redirects("/again"));
        var outbound = new Outbound(RULES, names(OUTSIDE))) {
      var last = (Answered) ask(outbound, "http://example.test:" + circle.port() + "/");
      assertThat(last.status()).isEqualTo(302);
      for (int i = 0; i < 4; i++) {
        circle.next();
      }
      assertThat(circle.left()).isZero();
    }
  }

  @Test
  void an_endless_answer_is_read_up_to_the_bound() {
    try (var endless =
            new Listener(
                OUTSIDE,
                out -> {
                  out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
                  while (true) {
                    out.write(new byte[1000]);
                  }
                });
        var outbound = new Outbound(RULES, names(OUTSIDE))) {
      var read = (Answered) ask(outbound, "http://example.test:" + endless.port() + "/");
      assertThat(read.body().length()).isEqualTo(MOST);
      assertThat(read.isWhole()).isFalse();
    }
  }

  @Test
  void what_is_packed_is_counted_unpacked() throws IOException {
    var packed = packed(50_000_000);
    assertThat(packed.length).isGreaterThan(MOST);
    try (var bomb = new Listener(OUTSIDE, out -> packed(out, packed));
        var small = new Listener(OUTSIDE, out -> packed(out, packed(9000)));
        var cut = new Listener(OUTSIDE, out -> packed(out, new byte[] {31, -117, 8, 0}));
        var outbound = new Outbound(RULES, names(OUTSIDE))) {
      var read = (Answered) ask(outbound, "http://example.test:" + bomb.port() + "/");
      assertThat(read.body().length()).isEqualTo(MOST);
      assertThat(read.isWhole()).isFalse();
      var whole = (Answered) ask(outbound, "http://example.test:" + small.port() + "/");
      assertThat(whole.body().length()).isEqualTo(9000);
      assertThat(whole.isWhole()).isTrue();
      var broken = (Answered) ask(outbound, "http://example.test:" + cut.port() + "/");
      assertThat(broken.body().length()).isZero();
    }
  }

  private static byte[] packed(int zeros) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(new byte[zeros]);
    }
    return bytes.toByteArray();
  }

  private static void packed(OutputStream out, byte[] body) throws IOException {
    out.write(
        ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n")
            .getBytes(UTF_8));
    out.write(body);
  }

  @Test
  void who_says_a_byte_now_and_then_is_given_up_in_time() throws Exception {
    var isOver = new CountDownLatch(1);
    try (var slow =
            new Listener(
                OUTSIDE,
                out -> {
                  out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
                  drip(out, isOver);
                });
        var outbound = new Outbound(RULES, names(OUTSIDE))) {
      long start = System.nanoTime();
      var url = "http://example.test:" + slow.port() + "/";
      assertThat(ask(outbound, url, Duration.ofSeconds(1))).isEqualTo(new NoAnswer());
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      assertThat(isOver.await(20, TimeUnit.SECONDS)).as("the connection is closed").isTrue();
    }
  }

  private static void drip(OutputStream out, CountDownLatch isOver) {
    try {
      while (!isOver.await(100, TimeUnit.MILLISECONDS)) {
        out.write('.');
        out.flush();
      }
    } catch (IOException | InterruptedException _) {
      isOver.countDown();
    }
  }

  @Test
  void a_name_server_that_does_not_answer_takes_no_longer() throws Exception {
    var isOver = new CountDownLatch(1);
    try (var outbound =
        new Outbound(
            RULES,
            _ -> {
              try {
                isOver.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return new InetAddress[] {InetAddress.ofLiteral(OUTSIDE)};
            })) {
      assertThat(ask(outbound, "http://example.test/", Duration.ofMillis(500)))
          .isEqualTo(new NoAnswer());
    } finally {
      isOver.countDown();
    }
  }

  @Test
  void what_is_not_wanted_is_not_read() {
    try (var video =
            new Listener(
                OUTSIDE,
                says("HTTP/1.1 200 OK\nContent-Type: video/mp4\nContent-Length: 5\n\nhello"));
        var outbound = new Outbound(RULES, names(OUTSIDE))) {
      var url = "http://example.test:" + video.port() + "/";
      var call =
          new Call(
              HttpMethod.GET,
              outbound.address(url).orElseThrow(),
              Map.of(),
              Bytes.NONE,
              Duration.ofSeconds(20),
              0,
              MOST,
              type -> type.startsWith("text/"));
      assertThat(((Answered) outbound.ask(call)).body().length()).isZero();
    }
  }
}
