package chat.salon.acceptance;

import java.util.List;

/// What the tests of services have in common: they talk to one, and read what it answers.
final class ServiceTalk {
  private ServiceTalk() {}

  /// Says something to a service, and returns what it answers.
  static List<String> told(IrcClient client, String service, String text) {
    return client.answer("PRIVMSG " + service + " :" + text).stream()
        .filter(line -> line.command().equals("NOTICE") && line.source().startsWith(service + '!'))
        .map(line -> line.param(1))
        .toList();
  }

  /// The code at the end of an answer: who repeats it means it.
  static String code(List<String> told) {
    return told.getLast().substring(told.getLast().lastIndexOf(' ') + 1);
  }

  /// Somebody who is logged in to a new account, whose registered channels these are.
  static IrcClient founder(TestSalon salon, String account, String... channels) {
    var client = salon.member(account);
    for (var channel : channels) {
      client.join(channel).send("CS REGISTER " + channel);
      client.ping();
    }
    return client;
  }
}
