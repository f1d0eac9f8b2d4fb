package chat.salon.web;

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

/// What modes stand against, in the words of this door. Pure.
final class ModeRefusals {
  private ModeRefusals() {}

  static Problem of(ModeBar bar) {
    return switch (bar) {
      case NoCtcp _ ->
          Problem.of(
              "no_ctcp",
              403,
              "Ce salon ne prend pas de messages entre programmes (CTCP).",
              "This channel takes no messages between programs (CTCP).");
      case AccountToEnter(var channel) ->
          Problem.of(
              "account_to_enter",
              403,
              channel + " n'ouvre qu'aux comptes : connectez-vous à un compte.",
              channel + " is for accounts: log in to one.");
      case AccountToSpeak(var channel) ->
          Problem.of(
              "account_to_speak",
              403,
              "Dans " + channel + ", seuls les comptes parlent : connectez-vous à un compte.",
              "In " + channel + " only accounts speak: log in to one.");
      case TooManyJoins(var channel) ->
          Problem.of(
              "too_many_joins",
              429,
              "Trop de monde entre dans " + channel + " en ce moment : réessayez plus tard.",
              "Too many people come into " + channel + " just now: try again later.");
      case SaidBefore _ ->
          Problem.of(
              "said_before",
              429,
              "Vous venez de le dire : dites autre chose.",
              "You have said that already: say something else.");
      case SentOn(var from, var to) ->
          Problem.of(
              "sent_on",
              403,
              "Vous ne pouvez pas entrer dans " + from + " : allez dans " + to + ".",
              "You cannot come into " + from + ": go to " + to + ".");
      case TooMuch(_, var meter, var most) ->
          Problem.of(
              "quota_too_large",
              400,
              "Le mode " + meter.letter() + " va jusqu'à " + most + " (fois:secondes).",
              "Mode " + meter.letter() + " goes up to " + most + " (times:seconds).");
      case BadForward(_, var to) ->
          Problem.of(
              "bad_forward",
              400,
              "On ne peut pas renvoyer vers " + to + " : c'est un autre salon que vous animez.",
              "People cannot be sent to " + to + ": name another channel that you operate.");
      case AccountToWrite(var nick) ->
          Problem.of(
              "account_to_write",
              403,
              nick + " ne prend les messages privés que des comptes.",
              nick + " takes private messages of accounts only.");
      case NoCtcpTo(var nick) ->
          Problem.of(
              "no_ctcp_to",
              403,
              nick + " ne prend pas de messages entre programmes (CTCP).",
              nick + " takes no messages between programs (CTCP).");
    };
  }
}
