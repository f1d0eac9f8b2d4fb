package chat.salon.core.hook;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Fold;
import chat.salon.core.Mentions;
import java.time.Instant;

/// An address outside to which what is said in a channel is posted, for a bot that belongs to the
/// channel and says what is answered.
///
/// @param id its number in the store, never reused
/// @param owner of the bot
/// @param name that its maker gave it
/// @param word with which messages begin that are posted; empty for all
/// @param mentionsOnly whether only messages are posted that mention the bot
/// @param position the id of the last message that it is done with
public record OutgoingWebhook(
    long id,
    AccountName bot,
    AccountName owner,
    ChannelName channel,
    String name,
    String url,
    String word,
    boolean mentionsOnly,
    Instant created,
    long position,
    Progress progress) {

  /// Whether a message is for it. What programs say never is, or two of them would answer each
  /// other without end.
  public boolean wants(Said said) {
    return said.form() == Form.MESSAGE
        && said.least() == null
        && !said.by().standing().bot()
        && !said.aftermath().isRedacted()
        && beginsWithWord(said.text())
        && (!mentionsOnly || Mentions.words(said.text()).contains(bot.folded()));
  }

  private boolean beginsWithWord(String text) {
    int end = word.length();
    return Fold.ascii(text).startsWith(Fold.ascii(word))
        && (end == 0 || end == text.length() || Character.isWhitespace(text.charAt(end)));
  }

  /// What became of its deliveries.
  ///
  /// @param failures in a row
  /// @param status of the last answer; 0 for none
  /// @param at when it was tried last; the moment it was made when never
  /// @param isOff whether nothing is delivered until somebody tries it
  public record Progress(int failures, Result last, int status, Instant at, boolean isOff) {}

  /// How a delivery ended.
  public enum Result {
    /// Nothing was delivered yet.
    NONE,
    /// It was taken.
    TAKEN,
    /// It was taken, but what it answered could not be said.
    ANSWER_REFUSED,
    /// The answer was not of the 200s.
    STATUS,
    /// There was no answer in time, or no connection.
    NO_ANSWER,
    /// The address leads to where this server does not post.
    NOT_ALLOWED,
    /// The bot does not belong to the channel.
    NOT_IN_CHANNEL;

    /// Whether it came to who it is for.
    public boolean isTaken() {
      return this == TAKEN || this == ANSWER_REFUSED;
    }
  }
}
