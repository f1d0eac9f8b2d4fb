package chat.salon.cluster;

import chat.salon.core.AccountName;
import chat.salon.core.Actor;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelSnapshot;
import chat.salon.core.ConversationId;
import chat.salon.core.Delivery;
import chat.salon.core.HangUp;
import chat.salon.core.IdempotencyKey;
import chat.salon.core.Listing;
import chat.salon.core.Member;
import chat.salon.core.Nick;
import chat.salon.core.Origin;
import chat.salon.core.Outcome;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.Visit;
import chat.salon.core.protect.Decree;
import chat.salon.core.request.Request;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What nodes say to each other. Plain data, which [Codec] turns into bytes and back. Numbers of
/// nodes are those that the store gave them.
sealed interface Message {

  /// What is asked of an owner, wherever that is. The engine takes it there.
  sealed interface Question extends Message {
    /// By which the asker knows the answer.
    long id();

    /// The node that asks.
    int from();

    /// What it is that is owned: see [Owners].
    String key();
  }

  /// What goes from one node to another by their [Link]: in order, and once.
  sealed interface Parcel extends Message {}

  /// Stands for a parcel of a newer version, which this one cannot read: it has its number among
  /// the others, and nothing comes of it.
  record Unreadable() implements Parcel {}

  /// What every node is asked at once, and what each answers: see [Rounds].
  sealed interface Round extends Message {
    /// By which the asker knows the answer.
    long id();

    /// The node that says it.
    int from();
  }

  // ---- Conversations ----

  /// A request to a conversation.
  ///
  /// @param once the key by which it is done once; null from versions that asked only once, and for
  ///   what does nothing the second time
  record Ask(
      long id,
      int from,
      ConversationId<?> where,
      Actor actor,
      Request<?> request,
      @Nullable Origin origin,
      @Nullable IdempotencyKey once)
      implements Question {
    @Override
    public String key() {
      return where.key();
    }
  }

  /// What became of it; follows the events that it led to.
  ///
  /// @param outcome null for a fault of ours
  record Answer(long id, @Nullable Outcome outcome) implements Parcel {}

  /// What one turn of a conversation has for a node.
  ///
  /// @param epoch of the owner; 0 for what has none
  record Carry(long epoch, List<Delivery> deliveries) implements Parcel {}

  /// A channel that a node is to follow from here on.
  record Follow(ChannelSnapshot channel) implements Parcel {}

  /// Sessions that are to end.
  record Sever(HangUp what) implements Parcel {}

  /// Something that is carried out on every node.
  record Proclaim(Decree what) implements Parcel {}

  /// Something has changed between two accounts.
  record Tie(AccountName one, AccountName other) implements Parcel {}

  /// A node has lost track of a channel, or must know whether anything happened there.
  record LostTrack(long id, int from, ChannelName where) implements Question {
    @Override
    public String key() {
      return where.key();
    }
  }

  /// Asks the owner what a channel looks like.
  record Look(long id, int from, ChannelName where) implements Question {
    @Override
    public String key() {
      return where.key();
    }
  }

  /// A channel that people are in; null when there is none.
  record Looked(long id, @Nullable ChannelSnapshot channel) implements Parcel {}

  /// A new owner asks a node who of its people are in a channel. From now on that node takes
  /// nothing of an earlier owner.
  ///
  /// @param epoch of the new owner
  record Gather(long id, int from, ChannelName where, long epoch) implements Round {}

  /// Who they are.
  ///
  /// @param upTo the id of the newest stored event that the node was shown
  /// @param members whose sessions are on that node
  record Gathered(long id, int from, long upTo, List<Member> members) implements Round {}

  // ---- What many nodes know together ----

  /// Asks a node for the channels that it owns.
  record ListChannels(long id, int from) implements Round {}

  /// They, in outline.
  record Listed(long id, int from, List<ChannelSnapshot> channels) implements Round {}

  /// Asks a node where somebody is whose sessions it has.
  record ListChannelsOf(long id, int from, PersonId person) implements Round {}

  /// The channels that they are on, and their sessions there.
  ///
  /// @param visit null when they have none, or none any more
  record ListedOf(long id, int from, List<ChannelName> channels, @Nullable Visit visit)
      implements Round {}

  /// Asks a node whether it counts the asker among the nodes.
  record AskMember(long id, int from) implements Round {}

  /// Whether it does.
  record SaidMember(long id, int from, boolean isMember) implements Round {}

  // ---- The directory ----

  /// What is asked of the owner of the directory.
  record AskDirectory(long id, int from, Wish wish) implements Question {
    static final String KEY = "directory";

    @Override
    public String key() {
      return KEY;
    }
  }

  /// What a node wishes for somebody whose session it has.
  sealed interface Wish {
    /// To be let in, under the nick of `who`.
    record Enter(Person who) implements Wish {}

    /// To be told where else they are, now that their last session on this node has ended.
    record Leave(PersonId person) implements Wish {}

    /// To be forgotten, now that everybody has been told.
    record Forget(PersonId person) implements Wish {}

    /// To keep a nick of theirs no longer.
    record Release(PersonId person, Nick nick) implements Wish {}

    /// For the node itself: to be told of everybody.
    record Everyone() implements Wish {}

    /// To have another nick.
    record Rename(PersonId person, Nick nick) implements Wish {}

    /// To be shown otherwise: what differs between the two.
    record Change(Person before, Person after) implements Wish {}
  }

  /// What became of a wish; follows the updates that it led to.
  record Granted(long id, Grant grant) implements Parcel {}

  /// How a wish was taken.
  sealed interface Grant {
    /// Somebody is in.
    ///
    /// @param isNew false for one more session
    record Entered(Person person, boolean isNew) implements Grant {}

    /// The nick is somebody else's.
    record Taken() implements Grant {}

    /// The nodes on which they still are.
    record Left(Set<Integer> nodes) implements Grant {}

    /// They are shown so from now on.
    record Changed(Person person) implements Grant {}

    /// Nobody is there any more to whom it could be granted.
    record Gone() implements Grant {}

    /// It is so.
    record Done() implements Grant {}
  }

  /// What changed in the directory.
  ///
  /// @param term of the directory's owner: a later one has a greater one
  /// @param isGone whether they are to be forgotten
  record Update(long term, Listing listing, boolean isGone) implements Parcel {}

  /// A part of the whole directory, from its owner to a node that has just come or lost track.
  ///
  /// @param isLast whether with this part it is whole
  record Everybody(long term, List<Listing> people, boolean isLast) implements Parcel {}

  /// A new owner of the directory asks a node for all who are there.
  record GatherPeople(long id, int from) implements Round {}

  /// They.
  record GatheredPeople(long id, int from, List<Person> people) implements Round {}

  // ---- Links ----

  /// Parcels, numbered from the first one after the link was made.
  ///
  /// @param link by which both ends know this link from an earlier one: a later one is greater
  record Frames(int from, long link, long first, List<Parcel> parcels) implements Message {}

  /// All parcels up to this one have arrived.
  record Ack(int from, long link, long upTo) implements Message {}
}
