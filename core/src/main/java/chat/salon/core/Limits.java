package chat.salon.core;

import java.util.Set;

/// The numbers that bound what people may do in conversations. Section `[limits]` of the
/// configuration; lengths in bytes of UTF-8 where they bound a text, in characters where a name.
///
/// @param nickLength characters of a nick or account name, 1 to 64
/// @param channelLength characters of a channel name, 2 to 200
/// @param descriptionLength of what a channel says of itself
/// @param slowSeconds between two messages of a person at most, in slow mode
/// @param banDays that a ban lasts at most, when it is for a time
/// @param channelsFounded lasting channels that one account may have founded
/// @param groupMembers people in a group
/// @param friends that an account may have, questions to be one among them
/// @param friendQuestions that an account may have asked and nobody has answered
/// @param friendQuestionsDaily others whom an account may ask in a day
/// @param friendPauseDays before somebody who refused may be asked again; 0 for none
/// @param blocked others that one account may have blocked
/// @param netjoinSeconds after the loss of a node in which who was lost with it comes back
///   together; 0 for no time
/// @param editSeconds for which a message may be edited by who said it; 0 for ever
/// @param deleteSeconds for which it may be deleted by who said it; 0 for ever. Operators may
///   always
/// @param reactions different ones to one message
/// @param pins messages that a conversation has pinned at once
/// @param saved messages that one account has put aside for itself
/// @param activityPage entries that one page of what concerns somebody has
/// @param activityExcerpt characters of a message that stand there
/// @param activityQueue pieces of such news that wait until people are told
/// @param unreadMost messages that are counted as unread in one conversation
/// @param privateConversations that somebody's list of conversations has at most
/// @param settingsBytes that the clients of one account may keep
/// @param requestLength characters of what is written with a request to come in
/// @param requestsWaiting requests to come into one channel that wait for an answer
/// @param requestPauseDays before who was refused may ask again, unless the answer says otherwise
/// @param accepted whom one person may accept to write to them in private, in spite of `+R`
/// @param quotaTimes of joins, or of the same said again, that a channel may bound them by
/// @param quotaSeconds in which they are counted at most
/// @param sightings of one another that are told when an auditorium begins or ends
/// @param channelModes flags of a new channel
public record Limits(
    int nickLength,
    int channelLength,
    int topicLength,
    int descriptionLength,
    int slowSeconds,
    int kickLength,
    int awayLength,
    int quitLength,
    int realnameLength,
    int userLength,
    int keyLength,
    int messageLength,
    int channelsPerPerson,
    int listEntries,
    int banDays,
    int channelsFounded,
    int groupMembers,
    int friends,
    int friendQuestions,
    int friendQuestionsDaily,
    int friendPauseDays,
    int blocked,
    int historyPage,
    int mailbox,
    int whowas,
    int netjoinSeconds,
    int editSeconds,
    int deleteSeconds,
    int reactions,
    int pins,
    int saved,
    int activityPage,
    int activityExcerpt,
    int activityQueue,
    int unreadMost,
    int privateConversations,
    int settingsBytes,
    int requestLength,
    int requestsWaiting,
    int requestPauseDays,
    int accepted,
    int quotaTimes,
    int quotaSeconds,
    int sightings,
    Set<Flag> channelModes) {

  public static final Limits DEFAULT =
      new Limits(
          32,
          64,
          390,
          1000,
          21_600,
          390,
          200,
          390,
          150,
          20,
          23,
          16384,
          100,
          100,
          3650,
          50,
          20,
          500,
          100,
          50,
          7,
          500,
          1000,
          4096,
          1000,
          600,
          0,
          0,
          100,
          50,
          1000,
          50,
          200,
          10_000,
          100,
          200,
          16384,
          280,
          500,
          7,
          100,
          100,
          3600,
          10_000,
          Set.of(Flag.NO_OUTSIDE, Flag.TOPIC_LOCKED));

  public Limits {
    check("nick_length", nickLength, 1, 64);
    check("channel_length", channelLength, 2, 200);
    check("topic_length", topicLength, 1, 4096);
    check("description_length", descriptionLength, 1, 4096);
    check("slow_seconds", slowSeconds, 1, 86_400);
    check("kick_length", kickLength, 1, 4096);
    check("away_length", awayLength, 1, 4096);
    check("quit_length", quitLength, 1, 4096);
    check("realname_length", realnameLength, 1, 4096);
    check("user_length", userLength, 1, 64);
    check("key_length", keyLength, 1, 200);
    check("message_length", messageLength, 400, 1 << 20);
    check("channels_per_person", channelsPerPerson, 1, 100_000);
    check("list_entries", listEntries, 1, 100_000);
    check("ban_days", banDays, 1, 36_500);
    check("channels_founded", channelsFounded, 0, 100_000);
    check("group_members", groupMembers, 2, 200);
    check("friends", friends, 1, 10_000);
    check("friend_questions", friendQuestions, 1, 10_000);
    check("friend_questions_daily", friendQuestionsDaily, 1, 10_000);
    check("friend_pause_days", friendPauseDays, 0, 3650);
    check("blocked", blocked, 1, 10_000);
    check("history_page", historyPage, 1, 10_000);
    check("mailbox", mailbox, 1, 1 << 20);
    check("whowas", whowas, 0, 1 << 20);
    check("netjoin_seconds", netjoinSeconds, 0, 86_400);
    check("edit_seconds", editSeconds, 0, 1 << 30);
    check("delete_seconds", deleteSeconds, 0, 1 << 30);
    check("reactions", reactions, 1, 10_000);
    check("pins", pins, 1, 1000);
    check("saved", saved, 0, 1_000_000);
    check("activity_page", activityPage, 1, 1000);
    check("activity_excerpt", activityExcerpt, 1, 4000);
    check("activity_queue", activityQueue, 1, 1 << 20);
    check("unread_most", unreadMost, 1, 10_000);
    check("private_conversations", privateConversations, 1, 10_000);
    check("settings_bytes", settingsBytes, 0, 1 << 20);
    check("request_length", requestLength, 1, 4000);
    check("requests_waiting", requestsWaiting, 1, 10_000);
    check("request_pause_days", requestPauseDays, 1, 3650);
    check("accepted", accepted, 1, 1000);
    check("quota_times", quotaTimes, 1, 1000);
    check("quota_seconds", quotaSeconds, 1, 86_400);
    check("sightings", sightings, 0, 1_000_000);
    channelModes = Set.copyOf(channelModes);
  }

  /// The most that a channel may bound joins and repetitions by.
  public Quota quotas() {
    return new Quota(quotaTimes, quotaSeconds);
  }

  private static void check(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "limits." + key + " is " + value + ": it must be from " + least + " to " + most);
    }
  }
}
