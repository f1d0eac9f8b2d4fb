package chat.salon.core.request;

import chat.salon.core.Event.Said;
import chat.salon.core.Guise;
import chat.salon.core.ListKind;
import chat.salon.core.Member;
import chat.salon.core.ModeChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that an actor would do in a channel, as [Rights] judges it.
public sealed interface Action {

  /// Learn that the channel exists, who is in it and what it is about.
  record Know() implements Action {}

  /// Come in.
  ///
  /// @param key as given; null for none
  record Enter(@Nullable String key) implements Action {}

  /// Say something, from inside or outside.
  record Speak() implements Action {}

  /// Say something under a name that is nobody's.
  record SpeakAs(Guise guise) implements Action {}

  /// Read what was said.
  record Read() implements Action {}

  /// Set the topic.
  record SetTopic() implements Action {}

  /// Say what the channel is for.
  record Describe() implements Action {}

  /// Say what the channel says of itself.
  record SetMetadata() implements Action {}

  /// Learn what the channel says of itself.
  record ReadMetadata() implements Action {}

  /// Put a member out.
  record PutOut(Member target) implements Action {}

  /// Ask somebody in.
  record Invite() implements Action {}

  /// Ask to come in.
  record AskIn() implements Action {}

  /// See who asks to come in, and answer them.
  record Answer() implements Action {}

  /// Make a group of it, which nobody is in yet.
  record Gather() implements Action {}

  /// Bring people into a group.
  record Add() implements Action {}

  /// Make the channel last.
  record Register() implements Action {}

  /// Give the channel another name.
  record Rename() implements Action {}

  /// End that the channel lasts.
  record Drop() implements Action {}

  /// Change a mode.
  record Change(ModeChange change) implements Action {}

  /// Do something about a message that was said.
  sealed interface OnMessage extends Action {
    Said message();
  }

  /// Give a message another text.
  record Edit(Said message, Instant at) implements OnMessage {}

  /// Delete a message.
  record Redact(Said message, Instant at) implements OnMessage {}

  /// React to a message.
  record React(Said message) implements OnMessage {}

  /// Pin a message, or take it down.
  record Pin(Said message) implements OnMessage {}

  /// Take the previews of a message away.
  record HidePreviews(Said message) implements OnMessage {}

  /// See the texts that a message had before.
  record SeeVersions(Said message) implements OnMessage {}

  /// See who is on a list of masks.
  record SeeList(ListKind list) implements Action {}
}
