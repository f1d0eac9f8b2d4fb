package chat.salon.core.port;

import chat.salon.core.ChannelName;
import chat.salon.core.Flag;
import java.util.Set;

/// A registered channel in a list of them.
///
/// @param topic empty for none
/// @param description empty for none
/// @param members how many accounts belong to it
/// @param lastId of the newest of its events
public record Lasting(
    ChannelName name,
    String topic,
    String description,
    Set<Flag> flags,
    int members,
    long lastId) {}
