package chat.salon.web;

import chat.salon.core.Refusal.NoFriendship;
import java.time.Instant;
import java.util.Locale;

/// Why somebody is no friend, in the words of this door. Pure.
final class FriendRefusals {
  private FriendRefusals() {}

  static Problem of(NoFriendship refused) {
    var name = refused.name();
    var bound = refused.bound();
    return switch (refused.bar()) {
      case YOURSELF -> problem(refused, 400, "C'est vous.", "That is you.");
      case NO_ACCOUNT ->
          problem(
              refused,
              409,
              name + " est de passage, sans compte : seuls les comptes ont des amis.",
              name + " is a guest: only accounts have friends.");
      case NO_QUESTION ->
          problem(
              refused,
              404,
              "Il n'y a plus de demande d'ami de ce nom.",
              "There is no friend request of that name any more.");
      case NOT_FRIENDS ->
          problem(
              refused,
              404,
              name + " n'est pas dans vos amis.",
              name + " is not one of your friends.");
      case NOT_TO_BE_ASKED ->
          problem(
              refused,
              403,
              name + " ne prend pas les demandes d'inconnus : parlez-vous d'abord dans un salon.",
              name + " takes no friend requests from strangers: meet on a channel first.");
      case NOT_TO_BE_ADDED ->
          problem(
              refused,
              403,
              name + " ne se laisse ajouter à un groupe que par ses amis ou connaissances.",
              name + " is brought into groups by friends or acquaintances only.");
      case TOO_SOON ->
          problem(
              refused,
              403,
              name + " a refusé il y a peu : redemandez le " + day(bound, true) + ".",
              name + " refused a short while ago: ask again on " + day(bound, false) + ".");
      case BLOCKED ->
          problem(
              refused,
              409,
              "Vous avez bloqué " + name + " : débloquez d'abord ce compte.",
              "You have blocked " + name + ": unblock them first.");
      case TOO_MANY_FRIENDS ->
          problem(
              refused,
              403,
              "Vous avez " + bound + " amis, le maximum : retirez-en d'abord.",
              "You have " + bound + " friends, as many as one may: remove some first.");
      case TOO_MANY_BLOCKED ->
          problem(
              refused,
              403,
              "Vous avez bloqué " + bound + " comptes, le maximum : débloquez-en d'abord.",
              "You have blocked " + bound + " accounts, as many as one may: unblock some first.");
      case TOO_MANY_QUESTIONS ->
          problem(
              refused,
              429,
              "Vous avez envoyé "
                  + bound
                  + " demandes, le maximum : attendez des réponses, ou"
                  + " demain.",
              "You have sent "
                  + bound
                  + " requests, as many as one may: wait for answers, or until"
                  + " tomorrow.");
    };
  }

  private static Problem problem(NoFriendship refused, int status, String french, String english) {
    return Problem.of(refused.bar().name().toLowerCase(Locale.ROOT), status, french, english);
  }

  private static String day(long moment, boolean inFrench) {
    var day = EventFrames.time(Instant.ofEpochMilli(moment)).substring(0, 10);
    return inFrench
        ? day.substring(8) + "/" + day.substring(5, 7) + "/" + day.substring(0, 4)
        : day;
  }
}
