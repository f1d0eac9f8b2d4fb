package chat.salon.irc;

import chat.salon.core.Refusal.Bar;
import java.time.Instant;

/// Why somebody is no friend, in the words of this door. Pure.
final class FriendWords {
  private FriendWords() {}

  static String why(Bar bar, String name, long bound) {
    return switch (bar) {
      case YOURSELF -> "That is you: name somebody else";
      case NO_ACCOUNT -> name + " is a guest: only accounts have friends and can be blocked";
      case NO_QUESTION -> "There is no friend request of that name: FRIENDS lists them";
      case NOT_FRIENDS -> name + " is no friend of yours: FRIENDS lists those";
      case NOT_TO_BE_ASKED ->
          name + " takes no friend requests from strangers: meet on a channel, or ask there";
      case NOT_TO_BE_ADDED ->
          name + " is brought into groups by friends, or people on the same channel, only";
      case TOO_SOON ->
          name + " refused a short while ago: ask again after " + day(Instant.ofEpochMilli(bound));
      case BLOCKED -> "You have blocked " + name + ": UNBLOCK first";
      case TOO_MANY_FRIENDS ->
          "You have " + bound + " friends, and no more are allowed: UNFRIEND somebody first";
      case TOO_MANY_BLOCKED ->
          "You have blocked " + bound + " accounts, and no more are allowed: UNBLOCK one first";
      case TOO_MANY_QUESTIONS ->
          "You have asked "
              + bound
              + " people, and no more are allowed: wait for their answers, or until tomorrow";
    };
  }

  private static String day(Instant moment) {
    return EventLines.time(moment).substring(0, 10);
  }
}
