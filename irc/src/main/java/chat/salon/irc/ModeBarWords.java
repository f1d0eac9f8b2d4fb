package chat.salon.irc;

import chat.salon.core.ModeBar;
import chat.salon.core.ModeBar.AccountToEnter;
import chat.salon.core.ModeBar.AccountToSpeak;
import chat.salon.core.ModeBar.AccountToWrite;
import chat.salon.core.ModeBar.BadForward;
import chat.salon.core.ModeBar.NoCtcp;
import chat.salon.core.ModeBar.NoCtcpTo;
import chat.salon.core.ModeBar.SaidBefore;
import chat.salon.core.ModeBar.SentOn;
import chat.salon.core.ModeBar.TooManyJoins;
import chat.salon.core.ModeBar.TooMuch;
import java.util.List;

/// What modes stand against, as numerics say it. Pure.
final class ModeBarWords {
  private ModeBarWords() {}

  /// The numeric, and its parameters behind the nick.
  static List<String> of(ModeBar bar) {
    return switch (bar) {
      case NoCtcp(var channel) ->
          List.of("404", channel.shown(), "Cannot send to channel (+C): it takes no CTCP");
      case AccountToSpeak(var channel) ->
          List.of("404", channel.shown(), "Cannot send to channel (+M): log in to speak here");
      case SaidBefore(var channel) ->
          List.of(
              "404",
              channel.shown(),
              "Cannot send to channel (+d): you have said that already, say something else");
      case AccountToEnter(var channel) ->
          List.of("477", channel.shown(), "Cannot join channel (+R): log in to come in");
      case TooManyJoins(var channel) ->
          List.of(
              "480",
              channel.shown(),
              "Cannot join channel (+j): too many people come in just now, try again later");
      case SentOn(var from, var to) ->
          List.of("470", from.shown(), to.shown(), "Forwarding to another channel");
      case BadForward(var channel, var to) ->
          List.of("696", channel.shown(), "f", to.shown(), "No such channel to send people to");
      case TooMuch(var channel, var meter, var most) ->
          List.of(
              "696",
              channel.shown(),
              String.valueOf(meter.letter()),
              "*",
              "It takes times:seconds, at most " + most);
      case AccountToWrite(var nick) ->
          List.of(
              "477",
              nick.shown(),
              "They take private messages of people who are logged in (+R), or whom they accept");
      case NoCtcpTo(var nick) -> List.of("492", nick.shown(), "They take no CTCP (+T)");
    };
  }
}
