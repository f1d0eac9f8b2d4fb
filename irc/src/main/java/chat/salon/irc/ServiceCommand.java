package chat.salon.irc;

import java.util.List;

/// One thing that a service does. Stateless; as a [Command], but told in a message and answered by
/// notices.
interface ServiceCommand {

  /// What is checked before [#run] is called.
  Spec spec();

  /// Does it.
  ///
  /// @param words that followed its name, at least as many as the spec asks for
  Reply run(IrcSession session, Voice voice, List<String> words);
}
