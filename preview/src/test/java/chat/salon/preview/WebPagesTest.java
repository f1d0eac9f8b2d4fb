package chat.salon.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Preview;
import chat.salon.core.preview.PreviewSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Pages that mean harm: each is over in time, and what it had said until then counts.
class WebPagesTest {
  private static final String HTML = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  private static final String HEAD = "<title>Tea</title><meta name=description content=Hot>";
  private static final PreviewSettings LOCAL =
      new PreviewSettings(true, false, 1 << 20, 5, 4, 10, 3, 3, 1000, 10_000, 168, 1, true);

  private final WebPages pages = new WebPages(LOCAL, "1.2");
  private final ServerSocket server = listen();
  private final CountDownLatch isOver = new CountDownLatch(1);
  private volatile String request = "";

  private interface Answer {
    void to(OutputStream out) throws IOException;
  }

  @AfterEach
  void close() throws IOException {
    isOver.countDown();
    pages.close();
    server.close();
  }

  private static ServerSocket listen() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Optional<Preview> read(Answer answer) {
    Thread.ofVirtual()
        .start(() -> {
          try (var socket = server.accept()) {
            var bytes = new byte[8192];
            int length = socket.getInputStream().read(bytes);
            request = new String(bytes, 0, Math.max(0, length), UTF_8);
            answer.to(socket.getOutputStream());
          } catch (IOException _) {
            // who asked has gone
          }
        });
    long start = System.nanoTime();
    var read = pages.read("http://127.0.0.1:" + server.getLocalPort() + "/a?b#c");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(7));
    return read;
  }

  private static Answer says(String text) {
    return out -> out.write(text.getBytes(UTF_8));
  }

  @Test
  void a_page_is_asked_for_by_name_and_by_nothing_else() {
    var url = "http://127.0.0.1:" + server.getLocalPort() + "/a?b#c";
    assertThat(read(says(HTML + "Content-Length: " + HEAD.length() + "\r\n\r\n" + HEAD)))
        .contains(new Preview(url, "127.0.0.1", "Tea", "Hot"));
    assertThat(request.lines().map(line -> line.split(":")[0].toLowerCase(java.util.Locale.ROOT)))
        .containsExactlyInAnyOrder(
            "get /a?b http/1.1",
            "user-agent",
            "accept",
            "accept-encoding",
            "host",
            "connection",
            "");
    assertThat(request).containsIgnoringCase("user-agent: Salon/1.2 (link preview)\r\n");
  }

  @Test
  void what_is_no_page_has_no_preview() {
    assertThat(read(says("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n" + HEAD))).isEmpty();
  }

  @Test
  void what_is_not_there_has_no_preview() {
    assertThat(read(says("HTTP/1.1 404 No\r\nContent-Type: text/html\r\n\r\n" + HEAD))).isEmpty();
  }

  @Test
  void an_endless_page_is_read_up_to_the_bound() {
    var read =
        read(out -> {
          out.write((HTML + "\r\n" + HEAD).getBytes(UTF_8));
          while (true) {
            out.write("<script>x</script>".repeat(100).getBytes(UTF_8));
          }
        });
    assertThat(read.map(Preview::title)).contains("Tea");
  }

  @Test
  void a_bomb_is_unpacked_up_to_the_bound() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(HEAD.getBytes(UTF_8));
      for (int i = 0; i < 300; i++) {
        gzip.write(new byte[1 << 20]);
      }
    }
    var head = HTML + "Content-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n";
    var read =
        read(out -> {
          out.write(head.getBytes(UTF_8));
          packed.writeTo(out);
        });
    assertThat(read.map(Preview::title)).contains("Tea");
  }

  @Test
  void a_byte_a_second_is_over_in_five() {
    var read =
        read(out -> {
          out.write((HTML + "Content-Length: 1000\r\n\r\n").getBytes(UTF_8));
          drip(out);
        });
    assertThat(read).isEmpty();
  }

  private void drip(OutputStream out) throws IOException {
    try {
      while (!isOver.await(1, TimeUnit.SECONDS)) {
        out.write('x');
        out.flush();
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void nobody_is_led_inside_without_the_setting_of_tests() {
    try (var strict = new WebPages(PreviewSettings.DEFAULT, "1.2")) {
      assertThat(strict.read("http://127.0.0.1:" + server.getLocalPort() + "/")).isEmpty();
      assertThat(strict.read("http://127.0.0.1/")).isEmpty();
      assertThat(strict.read("http://[::ffff:169.254.169.254]/latest/meta-data")).isEmpty();
      assertThat(request).isEmpty();
    }
  }
}
