package chat.salon.irc.service;

import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// One thing that a service does. Stateless; as a [chat.salon.irc.Command], but told in a message
/// and answered by notices.
interface ServiceCommand {

  /// What is checked before [#run] is called.
  Spec spec();

  /// Does it.
  ///
  /// @param words that followed its name, at least as many as the spec asks for
  Reply run(IrcSession session, Voice voice, List<String> words);
}
