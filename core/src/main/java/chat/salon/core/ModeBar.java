package chat.salon.core;

/// What a mode of a channel or of a person stands against, and why: the part of [Refusal] that is
/// about modes. Plain data.
public sealed interface ModeBar {

  /// As a refusal.
  default Refusal refusal() {
    return new Refusal.AgainstModes(this);
  }

  /// `+C`: the channel takes no CTCP but ACTION.
  record NoCtcp(ChannelName channel) implements ModeBar {}

  /// `+R`: only who is logged in comes in.
  record AccountToEnter(ChannelName channel) implements ModeBar {}

  /// `+M`: only who is logged in speaks.
  record AccountToSpeak(ChannelName channel) implements ModeBar {}

  /// `+j`: as many have come in a moment ago as may.
  record TooManyJoins(ChannelName channel) implements ModeBar {}

  /// `+d`: the actor has said the same a moment ago, as often as one may.
  record SaidBefore(ChannelName channel) implements ModeBar {}

  /// `+f`: the actor cannot come in here, and is sent to another channel.
  record SentOn(ChannelName from, ChannelName to) implements ModeBar {}

  /// People cannot be sent there: it is the same channel, or none that the actor knows of.
  record BadForward(ChannelName channel, ChannelName to) implements ModeBar {}

  /// What `+j` or `+d` is to be is more than it may be.
  record TooMuch(ChannelName channel, Meter meter, Quota most) implements ModeBar {}

  /// `+R` of a person: only who is logged in, or was accepted, writes to them.
  record AccountToWrite(Nick nick) implements ModeBar {}

  /// `+T` of a person: they take no CTCP but ACTION.
  record NoCtcpTo(Nick nick) implements ModeBar {}
}
