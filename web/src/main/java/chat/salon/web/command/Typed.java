package chat.salon.web.command;

import chat.salon.core.SlashCommand;
import chat.salon.web.Fields;
import tools.jackson.databind.node.ObjectNode;

/// A slash command as it was typed.
///
/// @param rest what came behind its name
/// @param fields of the frame that it came in
record Typed(SlashCommand command, String rest, Fields fields) {

  /// The first word; empty when there is none.
  String first() {
    int space = rest.indexOf(' ');
    return space < 0 ? rest : rest.substring(0, space);
  }

  /// What comes behind the first word.
  String behind() {
    int space = rest.indexOf(' ');
    return space < 0 ? "" : rest.substring(space).strip();
  }

  /// The message that it was typed as a reply to; empty for none.
  String replyTo() {
    return fields.optional("reply_to").orElse("");
  }

  /// The channel or the person that it was typed to.
  ObjectNode here(ObjectNode frame) {
    fields.optional("channel").ifPresent(name -> frame.put("channel", name));
    fields.optional("other_user").ifPresent(name -> frame.put("other_user", name));
    return frame;
  }
}
