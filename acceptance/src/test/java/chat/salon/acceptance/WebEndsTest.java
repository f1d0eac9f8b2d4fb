package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.protocol.Documents;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// How connections of the web door end, and what comes after.
class WebEndsTest {
  private static final int MOST = 20_000;

  @Test
  void after_a_cut_come_exactly_the_missed_messages() {
    try (var salon = TestSalon.start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var lea = salon.newProgram("lea");
      lea.ask("{'join':'#tea'}");
      lea.ask("{'private_message':'hello','other_user':'jules'}");
      long seen = lea.ask("{'channel_message':'seen','channel':'#tea'}").path("seq").asLong();
      lea.close();
      jules.until("quit");
      for (int i = 0; i < 20; i++) {
        jules.ask("{'channel_message':'missed %d','channel':'#tea'}".formatted(i));
      }
      jules.ask("{'private_message':'where are you?','other_user':'lea'}");
      var again = salon.program("lea");
      again.settle();
      var answer = again.ask("{'resume':{'#tea':" + seen + ",'@jules':1}}");
      assertThat(answer.path("gaps")).isEmpty();
      var told = again.settle();
      assertThat(told.stream().map(one -> text(one, "channel_message")).filter(s -> !s.isEmpty()))
          .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(i -> "missed " + i).toList());
      assertThat(told.stream().map(one -> text(one, "private_message")).filter(s -> !s.isEmpty()))
          .containsExactly("where are you?");
      again.ask(
          "{'resume':{'#tea':" + told.stream().mapToLong(WebEndsTest::seq).max().orElse(0) + "}}");
      assertThat(again.settle()).isEmpty();
    }
  }

  private static long seq(ObjectNode frame) {
    return frame.has("private_message") ? 0 : frame.path("seq").asLong(0);
  }

  @Test
  void a_socket_that_opens_while_the_server_stops_ends_with_the_others() {
    for (int round = 0; round < 5; round++) {
      try (var salon = TestSalon.start()) { // which fails when a session has not ended
        for (int i = 0; i < 5; i++) {
          JsonClient.connect(salon.webPort(), Map.of());
        }
      }
    }
  }

  @Test
  void who_does_not_answer_a_ping_is_gone() throws IOException {
    try (var salon = TestSalon.with("web.ping_seconds", 1).with("web.pong_seconds", 1).start();
        var silent = webSocket(salon)) {
      var jules = salon.newProgram("jules"); // whose WebSocket answers by itself
      var heard = new String(silent.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(heard).contains("\"welcome\"").contains("Ping timeout").contains("\"again\":true");
      assertThat(jules.ask("{'ping':'x'}").path("ok").asBoolean(false)).isTrue();
    }
  }

  @Test
  void who_does_not_read_is_cut_off_and_the_others_miss_nothing() throws IOException {
    try (var salon = TestSalon.with("web.send_queue_bytes", 65_536).start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var lea = salon.newProgram("lea");
      lea.ask("{'join':'#tea'}");
      salon.account("sloth");
      try (var sloth = webSocket(salon)) {
        say(sloth, "{\"login\":\"sloth\",\"password\":\"" + TestSalon.PASSWORD + "\"}");
        say(sloth, "{\"join\":\"#tea\"}");
        assertThat(text(untilOf(jules, "joined", "sloth"), "user")).isEqualTo("sloth");
        var padding = "x".repeat(2000);
        int said = 0;
        for (boolean isCutOff = false; !isCutOff; said++) {
          assertThat(said).as("messages before sloth is cut off").isLessThan(MOST);
          jules.ask("{'channel_message':'%d %s','channel':'#tea'}".formatted(said, padding));
          lea.untilMessage(said + " " + padding);
          isCutOff = jules.settle().stream().anyMatch(one -> "sloth".equals(text(one, "quit")));
        }
        assertThat(said).isGreaterThan(30); // what may wait is more than that
      }
    }
  }

  @Test
  void whoever_ends_while_there_is_more_to_tell_of_their_channels_leaves_no_fault() {
    try (var salon = TestSalon.start()) {
      salon.account("jules");
      var joins =
          IntStream.range(0, 30)
              .mapToObj(i -> "{\"join\":\"#c%d\"}".formatted(i))
              .collect(Collectors.joining("\n"));
      for (var last : new String[] {"{\"logout\":true}", "{\"close\":true}"}) {
        var jules = salon.program("jules");
        jules.sendRaw(joins + "\n" + last + "\n{\"close\":true}");
        jules.awaitEnd();
      }
    }
  }

  @Test
  void of_a_channel_that_one_comes_into_one_is_told_before_the_next_frame_is_answered() {
    try (var salon = TestSalon.start()) {
      var jules = salon.newProgram("jules");
      for (int i = 0; i < 20; i++) {
        jules.ask("{'join':'#c%d'}".formatted(i));
        assertThat(jules.settle().stream().map(Documents::key))
            .containsExactly("joined", "conversation");
      }
    }
  }

  @Test
  void a_new_password_ends_all_other_sessions_at_every_door() {
    try (var salon = TestSalon.start()) {
      var jules = salon.newProgram("jules");
      var phone = salon.program("jules");
      var weechat = salon.dial().logIn("jules", TestSalon.PASSWORD);
      var page = salon.http().asPage();
      page.post("/api/sessions", "{'login':'jules','password':'%s'}".formatted(TestSalon.PASSWORD));
      assertThat(page.get("/api/session").status()).isEqualTo(200);
      jules.ask("{'set_password':'another long one','current':'%s'}".formatted(TestSalon.PASSWORD));
      assertThat(text(phone.until("closing"), "closing")).isEqualTo("The password was changed");
      weechat.expectEnd("ERROR :Closing link: … [The password was changed]");
      assertThat(page.get("/api/session").status()).isEqualTo(401);
      assertThat(jules.ask("{'ping':'x'}").path("ok").asBoolean(false)).isTrue();
    }
  }

  @Test
  void a_session_is_ended_from_another_at_every_door() {
    try (var salon = TestSalon.start()) {
      var jules = salon.newProgram("jules");
      var phone = salon.program("jules");
      var weechat = salon.dial().logIn("jules", TestSalon.PASSWORD);
      var sessions = jules.ask("{'sessions':true}").path("sessions");
      assertThat(sessions).hasSize(3);
      for (var session : sessions) {
        if (!session.path("this").asBoolean(false)) {
          jules.ask("{'end_session':'" + text(session, "session") + "'}");
        }
      }
      assertThat(text(phone.until("closing"), "closing")).isEqualTo("Logged out");
      weechat.expectEnd("ERROR :Closing link: … [Logged out]");
      assertThat(text(jules.answer("{'end_session':'c1'}"), "error")).isEqualTo("not_found");
    }
  }

  @Test
  void a_server_that_stops_says_when_to_come_back() {
    try (var salon = TestSalon.start()) {
      var jules = salon.newProgram("jules");
      salon.stopNodeOf(salon.connect("alice"));
      var closing = jules.until("closing");
      assertThat(text(closing, "closing")).isEqualTo("Server is stopping");
      assertThat(closing.path("again").asBoolean(false)).isTrue();
      assertThat(jules.awaitEnd()).isEqualTo(1012);
    }
  }

  // ---- A WebSocket of which one sees the bytes ----

  private static Socket webSocket(TestSalon salon) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.setSoTimeout(IrcClient.PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), salon.webPort()));
    var head =
        "GET /ws HTTP/1.1\r\nHost: 127.0.0.1:"
            + salon.webPort()
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    var answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      answer.append((char) socket.getInputStream().read());
    }
    assertThat(answer).startsWith("HTTP/1.1 101 ");
    return socket;
  }

  // A text message of less than 126 bytes, masked with zeros.
  private static void say(Socket socket, String frame) throws IOException {
    var text = frame.getBytes(StandardCharsets.UTF_8);
    var bytes = new byte[6 + text.length];
    bytes[0] = (byte) 0x81;
    bytes[1] = (byte) (0x80 | text.length);
    System.arraycopy(text, 0, bytes, 6, text.length);
    socket.getOutputStream().write(bytes);
  }

  private static ObjectNode untilOf(JsonClient client, String key, String user) {
    var frame = client.until(key);
    while (!user.equals(text(frame, "user"))) {
      frame = client.until(key);
    }
    return frame;
  }
}
