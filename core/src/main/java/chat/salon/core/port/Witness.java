package chat.salon.core.port;

import chat.salon.core.Member;
import java.util.List;

/// What a node that follows a channel tells the channel's new owner.
///
/// @param node its number
/// @param upTo the id of the newest stored event that it was shown
/// @param members who have sessions on that node
public record Witness(int node, long upTo, List<Member> members) {}
