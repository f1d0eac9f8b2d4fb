package chat.salon.acceptance;

import static chat.salon.acceptance.SecretChannelTest.hide;
import static chat.salon.acceptance.SecretChannelTest.texts;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.protocol.FrameFile;
import chat.salon.irc.Commands;
import chat.salon.irc.Services;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Whatever an outsider asks, in any command, service or frame that there is or will be: of a
/// secret channel they hear what they would hear of one that is not there (security C2).
class UnseenChannelTest {
  // Where #? stands for the channel.
  private static final List<String> FORMS =
      List.of(
          "#?",
          "#? x",
          "#? alice",
          "#? alice :why",
          "#? +b",
          "alice #?",
          "alice #? :why",
          "LATEST #? * 10",
          "#? GET topic",
          "#? LIST",
          "ADD #?",
          "%#?");
  // A name that is taken cannot be taken again: that much everybody may know. Two end the
  // connection.
  private static final Set<String> TAKES_A_NAME =
      Set.of("JOIN", "RENAME", "QUIT", "NICK", "WEBIRC");
  private static final Set<String> SETS_ONESELF = Set.of("LOGOUT", "GHOST", "DROP");
  private static final Set<String> FRAMES_THAT_TAKE_A_NAME = Set.of("join", "create", "close");
  private static final Pattern CHANNEL = Pattern.compile("\"#[^\"]*\"");

  private int asked;

  // Whatever the registry has: no command may tell more of it than of one that is not there.
  @Test
  void no_command_tells_of_it() {
    try (var salon = TestSalon.start()) {
      var mallory = asking(salon);
      hide(salon);
      for (var command : new Commands().all()) {
        var name = command.spec().name();
        if (!TAKES_A_NAME.contains(name)) {
          for (var form : FORMS) {
            isAsAbsent(mallory, name + ' ' + form);
          }
        }
      }
    }
  }

  @Test
  void no_service_tells_of_it() {
    try (var salon = TestSalon.start()) {
      var mallory = asking(salon);
      var alice = hide(salon);
      isRegistered(alice);
      for (var service : new Services().all()) {
        for (var command : service.specs()) {
          if (!SETS_ONESELF.contains(command.name())) {
            for (var form : FORMS) {
              isAsAbsent(
                  mallory, "PRIVMSG %s :%s %s".formatted(service.name(), command.name(), form));
            }
          }
        }
      }
    }
  }

  @Test
  void no_command_tells_of_it_when_nobody_is_in_it() {
    try (var salon = TestSalon.start()) {
      var mallory = asking(salon);
      var alice = hide(salon);
      isRegistered(alice);
      alice.answer("PART #hidden");
      for (var command : new Commands().all()) {
        var name = command.spec().name();
        if (!TAKES_A_NAME.contains(name)) {
          isAsAbsent(mallory, name + " #?");
          isAsAbsent(mallory, name + " #? x :y");
        }
      }
    }
  }

  @Test
  void no_frame_tells_of_it() {
    try (var salon = TestSalon.start()) {
      var mallory = salon.newProgram("mallory");
      mallory.send("{'ping':'x'}");
      hide(salon);
      for (var file : FrameFile.client().values()) {
        if (!FRAMES_THAT_TAKE_A_NAME.contains(file.key())) {
          for (var example : file.examples()) {
            var text = example.frame().toString();
            if (CHANNEL.matcher(text).find()) {
              var hidden = CHANNEL.matcher(text).replaceAll("\"#hidden\"");
              var absent = CHANNEL.matcher(text).replaceAll("\"#absent\"");
              assertThat(answer(mallory, hidden).replace("#hidden", "#absent"))
                  .as(hidden)
                  .isEqualTo(answer(mallory, absent));
            }
          }
        }
      }
    }
  }

  private String answer(JsonClient client, String frame) {
    var id = "asked" + asked++;
    var node = (ObjectNode) JsonMapper.shared().readTree(frame);
    var answer = client.sendRaw(node.put("id", id).toString()).answerTo(id);
    answer.remove("id");
    return answer.toString();
  }

  private static IrcClient asking(TestSalon salon) {
    return salon.member(
        "mallory",
        "draft/chathistory",
        "batch",
        "standard-replies",
        "message-tags",
        "draft/metadata-2");
  }

  private static void isRegistered(IrcClient founder) {
    assertThat(founder.answer("CS REGISTER #hidden").toString()).contains("#hidden");
  }

  // What asks and what changes something of oneself is the same from the second time on.
  private static void isAsAbsent(IrcClient asking, String form) {
    asking.answer(form.replace("#?", "#absent"));
    var absent = texts(asking.answer(form.replace("#?", "#absent")));
    var hidden =
        texts(asking.answer(form.replace("#?", "#hidden"))).stream()
            .map(line -> line.replace("#hidden", "#absent"))
            .toList();
    assertThat(hidden).as(form).isEqualTo(absent);
  }
}
