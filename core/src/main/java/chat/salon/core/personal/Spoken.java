package chat.salon.core.personal;

import chat.salon.core.AccountName;
import chat.salon.core.Event.Said;
import java.util.List;

/// Port: what an account has said, in channels and privately, wherever that was. Methods may wait
/// for the disk and throw [chat.salon.core.StoreException].
public interface Spoken {

  /// How far somebody has read all conversations, one after the other. Plain data.
  ///
  /// @param conversation the number of a conversation in the store
  /// @param id of the last of its events that was looked at
  record Spot(long conversation, long id) {
    /// Before all conversations.
    public static final Spot START = new Spot(0, 0);
  }

  /// A part of what an account has said. Plain data.
  ///
  /// @param said in the order in which it was said, without what was deleted; often empty
  /// @param spot up to where this part goes
  /// @param isLast whether nothing comes after it
  record Slice(List<Said> said, Spot spot, boolean isLast) {
    public Slice {
      said = List.copyOf(said);
    }
  }

  /// The part that begins behind a spot.
  ///
  /// @param rows how many events are looked at, whoever they are of
  Slice next(AccountName account, Spot after, int rows);
}
