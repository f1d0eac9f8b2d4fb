package chat.salon.core;

import chat.salon.core.Aftermath.Reactor;
import chat.salon.core.JoinRequest.Answer;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What happened: allowed, stamped and, unless its stamp has no `seq`, on disk. Plain data. Readers
/// are shown the events of a conversation in the order of their ids.
public sealed interface Event {

  Stamp stamp();

  /// The conversation in which it happened.
  ConversationId<?> where();

  /// Whether it is in the log.
  default boolean isKept() {
    return stamp().seq() > 0;
  }

  /// Somebody said something.
  ///
  /// @param target as the speaker addressed it: `#tea`, `@#tea`, or a nick
  /// @param to whom it was said privately; null in channels, when they are connected nowhere, and
  ///   when read from the log
  /// @param tags client-only tags, with their `+`, and what goes with a message of our own: [Cuts],
  ///   [RelayTag]
  /// @param least the lowest rank that may read it; null for everybody
  /// @param aftermath what became of it, when it is read from the log
  record Said(
      Stamp stamp,
      ConversationId<?> where,
      Person by,
      Form form,
      String target,
      @Nullable PersonId to,
      String text,
      Map<String, String> tags,
      @Nullable Rank least,
      Aftermath aftermath)
      implements Event {

    /// Said just now.
    public Said(
        Stamp stamp,
        ConversationId<?> where,
        Person by,
        Form form,
        String target,
        @Nullable PersonId to,
        String text,
        Map<String, String> tags,
        @Nullable Rank least) {
      this(stamp, where, by, form, target, to, text, tags, least, Aftermath.NONE);
    }

    /// The message that it answers, if it answers one of ours.
    public OptionalLong replyTo() {
      return ReplyTag.msgid(tags).map(Stamps::parseMsgid).orElse(OptionalLong.empty());
    }

    /// What is shown of the pages that it links to.
    public List<Preview> previews() {
      return aftermath.previews().in(text);
    }

    /// The same with another text, or in another state.
    public Said with(String newText, Aftermath now) {
      return new Said(stamp, where, by, form, target, to, newText, tags, least, now);
    }

    /// The same as it is after something became of it.
    public Said after(Later later) {
      return switch (later) {
        case Edited edited -> with(edited.text(), aftermath.edited(edited.stamp().time()));
        case Redacted _ ->
            new Said(stamp, where, by, form, target, to, "", Map.of(), least, Aftermath.REDACTED);
        case Reacted(_, _, var who, _, var reaction, var on) ->
            with(text, aftermath.reacted(reaction, Reactor.of(who), on));
        case Pinned _ -> this;
        case Previewed(_, _, _, _, var previews) -> with(text, aftermath.previewed(previews));
      };
    }

    /// How it was said.
    public enum Form {
      MESSAGE,
      NOTICE,
      /// Tags without a text.
      TAGS
    }
  }

  /// Something became of a message after it was said.
  sealed interface Later extends Event permits Edited, Redacted, Reacted, Pinned, Previewed {
    Person by();

    About about();
  }

  /// The message that something became of.
  ///
  /// @param id its id
  /// @param target whom it is told: `#tea`, `@#tea`, or in private the nick across from who did it
  /// @param least the lowest rank that may read it; null for everybody
  record About(long id, String target, @Nullable Rank least) {
    /// The id as clients see it.
    public String msgid() {
      return Stamps.msgid(id);
    }

    /// The same for nobody but who did it.
    public About unseen() {
      return new About(id, target, Rank.FOUNDER);
    }

    /// @param by who does something to it
    public static About of(Said said, Person by) {
      boolean isOwn = Pair.party(by).equals(Pair.party(said.by()));
      return new About(
          said.stamp().id(),
          said.where() instanceof Pair && !isOwn ? said.by().nick().shown() : said.target(),
          said.least());
    }
  }

  /// A message has another text.
  record Edited(Stamp stamp, ConversationId<?> where, Person by, About about, String text)
      implements Later {}

  /// A message was deleted.
  ///
  /// @param reason empty when none was given
  record Redacted(Stamp stamp, ConversationId<?> where, Person by, About about, String reason)
      implements Later {}

  /// Somebody reacted to a message, or took that back.
  ///
  /// @param reaction an emoji or a short text
  /// @param on false when it was taken back
  record Reacted(
      Stamp stamp, ConversationId<?> where, Person by, About about, String reaction, boolean on)
      implements Later {}

  /// A message was pinned, or is pinned no more.
  ///
  /// @param on false when it is no more
  record Pinned(Stamp stamp, ConversationId<?> where, Person by, About about, boolean on)
      implements Later {}

  /// The pages that a message links to are shown with it, or not any more.
  ///
  /// @param by who said the message
  record Previewed(Stamp stamp, ConversationId<?> where, Person by, About about, Previews previews)
      implements Later {}

  /// Somebody came in.
  ///
  /// @param nodes where they have sessions
  record Joined(Stamp stamp, ChannelName where, Person who, Ranks ranks, Set<Integer> nodes)
      implements Event {}

  /// A member brought somebody into a group, where they belong from then on. Who is connected has
  /// [Joined] before it.
  ///
  /// @param by who did
  record Added(Stamp stamp, ChannelName where, Person by, Person who) implements Event {}

  /// In an auditorium (`+u`), a member is seen from now on by some who did not see them, or is seen
  /// by them no more, though nobody came or went, nor was given a rank. Never kept, and changes
  /// nothing.
  ///
  /// @param on false when they are seen no more
  /// @param by those who see it otherwise than before; not the member
  record Sighted(Stamp stamp, ChannelName where, Person who, boolean on, Set<PersonId> by)
      implements Event {
    public Sighted {
      by = Set.copyOf(by);
    }
  }

  /// Somebody left by themselves.
  ///
  /// @param reason empty when they gave none
  record Left(Stamp stamp, ChannelName where, Person who, String reason) implements Event {}

  /// Somebody was put out.
  record Kicked(Stamp stamp, ChannelName where, Person by, Person who, String reason)
      implements Event {}

  /// The topic was set.
  ///
  /// @param text empty when it was taken away
  record TopicSet(Stamp stamp, ChannelName where, Person by, String text) implements Event {}

  /// It was said what the channel is for.
  ///
  /// @param text empty when that was taken away
  record Described(Stamp stamp, ChannelName where, Person by, String text) implements Event {}

  /// What a channel says of itself under a key changed. In no log: it is kept with the channel.
  ///
  /// @param value null when it was taken away
  record MetadataSet(Stamp stamp, ChannelName where, Person by, String key, @Nullable String value)
      implements Event {}

  /// Modes changed.
  record ModesChanged(Stamp stamp, ChannelName where, Person by, List<ModeChange> changes)
      implements Event {}

  /// Somebody was asked to come in. Told to them and to those who may ask people in; never kept.
  record Invited(Stamp stamp, ChannelName where, Person by, Person who) implements Event {}

  /// Somebody outside wants to come in. Told to them and to those who may answer. In no log: what
  /// came of it is kept with the channel.
  sealed interface Asking extends Event permits JoinAsked, JoinWithdrawn, JoinAnswered {
    @Override
    ChannelName where();

    /// Who asked: with an account.
    Person who();
  }

  /// Somebody asked to come in.
  ///
  /// @param message empty for none
  record JoinAsked(Stamp stamp, ChannelName where, Person who, String message) implements Asking {}

  /// Somebody does not ask any more: they changed their mind, or came in by another way.
  record JoinWithdrawn(Stamp stamp, ChannelName where, Person who) implements Asking {}

  /// Somebody who asked to come in was answered. Who was let in and is connected has [Joined], too.
  ///
  /// @param by who answered, of whom the asker is not told
  record JoinAnswered(Stamp stamp, ChannelName where, Person by, Person who, Answer answer)
      implements Asking {}

  /// Somebody's last session ended.
  record Quit(Stamp stamp, ChannelName where, Person who, String reason, Fact fact)
      implements Event {}

  /// What is shown of somebody changed. Kept when the nick did.
  record PersonChanged(Stamp stamp, ConversationId<?> where, Person before, Person after, Fact fact)
      implements Event {}

  /// One more session of a member, on any node, sees the channel from here on. Told to that session
  /// alone; never kept.
  record Attached(Stamp stamp, ChannelName where, Person who, long session, int node)
      implements Event {}

  /// A node was lost, and with it the members whose only sessions were there. They keep their
  /// seats. Never kept.
  ///
  /// @param near the name of a node that is still there
  /// @param far the name of the lost one
  record Split(Stamp stamp, ChannelName where, List<Person> gone, String near, String far)
      implements Event {
    /// The same of some of the lost.
    public Split of(List<Person> some) {
      return new Split(stamp, where, some, near, far);
    }
  }

  /// Members who were lost with a node came back: each of them has come in, as was stored and told
  /// for them alone. Made for the readers of one node; never kept, and never carried to another.
  ///
  /// @param near the name of the node that told of the loss
  /// @param far the name of the lost one
  record Returned(Stamp stamp, ChannelName where, List<Joined> back, String near, String far)
      implements Event {}

  /// Somebody has read a conversation up to an event, or wants to be told otherwise of what comes
  /// after it. Told to the other sessions of their account alone; never kept.
  ///
  /// @param read the conversation
  /// @param target the conversation as they addressed it
  record MarkedRead(Stamp stamp, Person by, ConversationId<?> read, String target, long upTo)
      implements Event {
    @Override
    public Pair where() {
      return Pair.of(by, by);
    }
  }

  /// What concerns somebody, wherever it was said, or how far they have looked at it, is not as it
  /// was. Told to their sessions alone; never kept.
  record ActivityChanged(Stamp stamp, Person who) implements Event {
    @Override
    public Pair where() {
      return Pair.of(who, who);
    }
  }

  /// What somebody's clients keep for them is not as it was. Told to their other sessions alone;
  /// never kept.
  record SettingsChanged(Stamp stamp, Person who) implements Event {
    @Override
    public Pair where() {
      return Pair.of(who, who);
    }
  }

  /// A channel is somewhere else from now on, under another name: its owner gives it away. Changes
  /// who sees the old name, and is shown to nobody; never kept. [Moved] follows under the new one.
  ///
  /// @param as what the owner of the new name has to know
  record Renamed(
      Stamp stamp, ChannelName where, Person by, ChannelName to, String reason, ChannelSnapshot as)
      implements Event {}

  /// A channel has another name, and all who were in it are in it still. Never kept.
  ///
  /// @param where the new name
  /// @param from the old name
  record Moved(
      Stamp stamp,
      ChannelName where,
      Person by,
      ChannelName from,
      String reason,
      ChannelSnapshot as)
      implements Event {}

  /// A node has no session of a member any more. Told to nobody; never kept.
  record Detached(Stamp stamp, ChannelName where, Person who, int node) implements Event {}

  /// Something about a person, who is on several channels: each channel tells it in its own order,
  /// and a reader who shares several of them is shown it once.
  ///
  /// @param id the same in all its copies
  /// @param copies how many channels tell it
  record Fact(long id, int copies) {}
}
