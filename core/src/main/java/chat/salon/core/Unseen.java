package chat.salon.core;

import chat.salon.core.Event.JoinAsked;
import chat.salon.core.Event.Said;
import chat.salon.core.account.Boundaries;
import chat.salon.core.account.Friendships.Bond;
import chat.salon.core.port.Conversations;
import chat.salon.core.port.Directory;
import chat.salon.core.port.MessageLog;
import chat.salon.core.port.Page;
import chat.salon.core.port.Placement;
import chat.salon.core.port.ReadMarkers;
import chat.salon.core.port.StoredChannel;
import chat.salon.core.push.Notice;
import chat.salon.core.request.Rights;
import java.util.Optional;
import java.util.Set;

/// What accounts may read and have not read, connected or not. Methods may wait for the disk.
public final class Unseen {
  private final MessageLog log;
  private final Conversations conversations;
  private final Placement placement;
  private final Directory directory;
  private final ReadMarkers markers;
  private final Boundaries boundaries;
  private final Friends friends;

  Unseen(Salon.Parts parts, Friends friends) {
    this.friends = friends;
    log = parts.log();
    conversations = parts.conversations();
    placement = parts.placement();
    directory = parts.directory();
    markers = parts.markers();
    boundaries = parts.boundaries();
  }

  /// A message as it is now, when the account may read it at this moment, has not read it, and does
  /// want to hear who said it: not of somebody blocked, nor of a stranger who asks to be heard.
  ///
  /// @param most so many that are new with it are counted
  public Optional<Notice.Message> message(
      AccountName reader, ConversationId<?> where, long id, int most) {
    if (!mayRead(reader, where) || markers.marker(reader, where) >= id) {
      return Optional.empty();
    }
    var page = new Page(where, id - 1, id + 1, 1, true, true, null);
    return log.read(page).stream()
        .filter(event -> event instanceof Said)
        .map(event -> (Said) event)
        .filter(said -> !said.aftermath().isRedacted() && isHeard(reader, said))
        .findFirst()
        .map(said ->
            new Notice.Message(reader, said, markers.unread(reader, where, most).messages()));
  }

  /// Who asks to come into a channel, when they still do and the account may answer.
  public Optional<Notice.JoinAsked> joinRequest(
      AccountName reader, ChannelName where, JoinAsked asked) {
    return placement
        .look(where)
        .filter(channel -> Rights.mayAnswer(channel.seat(reader)))
        .flatMap(channel -> channel.request(asked.who().account()))
        .filter(request -> request.isPending() && isHeard(reader, request.asker()))
        .map(request -> new Notice.JoinAsked(reader, where, asked.who().nick(), request.message()));
  }

  /// Who asks the account to be friends, when they still do and are not blocked.
  public Optional<Notice.FriendAsked> friendQuestion(AccountName reader, AccountName asker) {
    var bonded = friends.bonded(reader, asker);
    return bonded.bond() == Bond.ASKS && !bonded.isBlocked()
        ? Optional.of(new Notice.FriendAsked(reader, asker))
        : Optional.empty();
  }

  /// The accounts that belong to a group, connected or not; none of what is no group.
  public Set<AccountName> inGroup(ConversationId<?> where) {
    return where instanceof ChannelName name && name.isGroup()
        ? conversations.channel(name).map(stored -> stored.seats().keySet()).orElse(Set.of())
        : Set.of();
  }

  /// Whether somebody of this account is connected.
  public boolean isHere(AccountName account) {
    return !directory.of(account).isEmpty();
  }

  /// Whether somebody of this account does not want to be disturbed.
  public boolean isNotToBeDisturbed(AccountName account) {
    return directory.of(account).stream()
        .anyMatch(person -> person.availability() == Availability.DO_NOT_DISTURB);
  }

  private boolean isHeard(AccountName reader, Said said) {
    var author = said.by().account();
    if (author == null) {
      return true;
    }
    boolean isRequest = said.where() instanceof Pair && friends.isRequest(reader, author);
    return !isRequest && isHeard(reader, author);
  }

  private boolean isHeard(AccountName reader, AccountName author) {
    return !boundaries.blockedBy(reader).contains(author);
  }

  private boolean mayRead(AccountName reader, ConversationId<?> where) {
    return switch (where) {
      case Pair pair -> pair.has(Pair.party(reader));
      case ChannelName name ->
          placement
              .look(name)
              .map(channel -> isIn(reader, channel))
              .or(() -> conversations.channel(name).map(stored -> belongs(reader, stored)))
              .orElse(false);
    };
  }

  private boolean isIn(AccountName reader, ChannelState channel) {
    return channel.belongs(reader)
        || directory.of(reader).stream().anyMatch(person -> channel.has(person.id()));
  }

  private static boolean belongs(AccountName reader, StoredChannel stored) {
    return stored.founder() != null && stored.seats().containsKey(reader);
  }
}
