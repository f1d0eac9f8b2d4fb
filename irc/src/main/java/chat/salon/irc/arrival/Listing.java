package chat.salon.irc.arrival;

import chat.salon.irc.arrival.DnsblSettings.Action;

/// An address is on a list.
///
/// @param zone that lists it
public record Listing(String zone, Action action) {}
