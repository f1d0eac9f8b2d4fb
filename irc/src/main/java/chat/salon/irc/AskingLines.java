package chat.salon.irc;

import chat.salon.core.Event.Asking;
import chat.salon.core.Event.JoinAnswered;
import chat.salon.core.Event.JoinAsked;
import chat.salon.core.Event.JoinWithdrawn;
import chat.salon.core.JoinRequest.Answer;
import chat.salon.core.Person;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.List;

/// How requests to come into a channel look to those who may answer, and to who asked. Pure.
final class AskingLines {
  private static final String SERVICE = "ChanServ";

  private AskingLines() {}

  static List<Line> of(Asking asking, Reader reader) {
    if (reader.is(asking.who().id())) {
      return lines(asking, reader, asking.who().nick().shown(), List.of(toAsker(asking)));
    }
    var target = '%' + asking.where().shown(); // for half-operators and above
    var lines = new ArrayList<Line>();
    if (asking instanceof JoinAsked) {
      lines.addAll(EventLines.tagged(asking.stamp(), asking.who(), reader, knock(asking, reader)));
    }
    lines.addAll(lines(asking, reader, target, toOperators(asking)));
    return lines;
  }

  // As other servers send it, to the channel: https://modern.ircdocs.horse/#rplknock-710
  private static Line knock(Asking asking, Reader reader) {
    var channel = asking.where().shown();
    return Line.of(
        reader.server(), "710", channel, channel, asking.who().mask(), "has asked for an invite.");
  }

  private static List<Line> lines(Asking asking, Reader reader, String target, List<String> texts) {
    var source = SERVICE + '!' + SERVICE + '@' + Voice.host(reader.server());
    return texts.stream()
        .flatMap(text ->
            EventLines.tagged(
                asking.stamp(), Person.SERVER, reader, Line.of(source, "NOTICE", target, text))
                .stream())
        .toList();
  }

  private static List<String> toOperators(Asking asking) {
    var who = asking.who().nick().shown();
    var channel = asking.where().shown();
    return switch (asking) {
      case JoinAsked(_, _, _, var message) ->
          List.of(
              who + " asks to come in" + (message.isEmpty() ? "" : ": " + message),
              "To answer: /msg ChanServ ACCEPT %1$s %2$s, or REJECT %1$s %2$s [<duration>] [<reason>]"
                  .formatted(channel, who));
      case JoinWithdrawn _ -> List.of(who + " does not ask to come in any more");
      case JoinAnswered answered ->
          List.of(
              answered.answer().accepted()
                  ? who + " was let in"
                  : who + " was refused" + details(answered.answer()));
    };
  }

  private static String toAsker(Asking asking) {
    var channel = asking.where().shown();
    return switch (asking) {
      case JoinAsked _ -> "You have asked to come into " + channel + ": its operators were told";
      case JoinWithdrawn _ -> "You do not ask to come into " + channel + " any more";
      case JoinAnswered answered ->
          answered.answer().accepted()
              ? "You were let into " + channel
              : "The team of " + channel + " refused your request" + details(answered.answer());
    };
  }

  private static String details(Answer answer) {
    var until = answer.until();
    return (answer.reason().isEmpty() ? "" : " (" + answer.reason() + ")")
        + (until == null ? "" : "; to be asked again from " + Words.date(until) + " on");
  }
}
