package chat.salon.core.port;

import chat.salon.core.ChannelName;
import chat.salon.core.JoinRequest;

/// A request of one account to come into a channel.
public record OwnRequest(ChannelName channel, JoinRequest request) {}
