package chat.salon.acceptance.clients;

import java.util.HashMap;
import java.util.Map;

/// A chat program that people use, running, with somebody at its keyboard. It is told what a person
/// would type, and known by what it shows. For one thread.
abstract class RealClient implements AutoCloseable {
  private String channel = "";
  private String before = "";

  // ---- What each has its own way of ----

  /// Types a line where the person is now.
  abstract void type(String line);

  /// All that can be read in it now.
  abstract String shown();

  /// What it shows when the server has let it in.
  abstract String welcome();

  /// What it shows when it has logged in.
  String login() {
    return "You are now logged in as";
  }

  /// What it shows when it, or another, has come into the channel.
  abstract String arrival();

  /// What it shows when somebody becomes an operator.
  String promotion() {
    return "+o";
  }

  /// Returns when it is in the channel again after the server went away and came back. What it
  /// showed until then has been [#forget]ted before the server went.
  abstract void comeBack();

  /// Ends the program.
  @Override
  public abstract void close();

  // ---- What people do ----

  void awaitWelcome() {
    await(welcome());
  }

  /// Makes an account of one's nick.
  void register(String password) {
    tell("NickServ", "REGISTER " + password);
    await(login());
  }

  /// Joins a channel, where everything after it takes place.
  void join(String where) {
    channel = where;
    join();
  }

  /// Joins its channel again.
  void join() {
    type("/join " + channel);
    await(arrival());
  }

  /// Has a channel before one that the server has put them into.
  void goTo(String where) {
    channel = where;
    look();
  }

  /// Has its channel before one.
  void look() {
    type("/join " + channel);
  }

  String channel() {
    return channel;
  }

  /// Says something in the channel.
  void say(String text) {
    type(text);
  }

  /// Says something to somebody alone.
  void tell(String nick, String text) {
    type("/msg " + nick + " " + text);
  }

  void topic(String text) {
    type("/topic " + text);
  }

  void kick(String nick, String reason) {
    type("/kick " + nick + " " + reason);
  }

  /// Sends a line of IRC.
  void quote(String line) {
    type("/quote " + line);
  }

  /// Asks for what was said in the channel.
  void askForHistory() {
    quote("CHATHISTORY LATEST " + channel + " * 50");
  }

  // ---- What they see ----

  /// What it has shown so far does not count as an answer to [#await] any more.
  void forget() {
    before = shown();
  }

  /// What it has shown so far is not there any more.
  void forgetAll() {
    before = "";
  }

  /// Returns when it shows all of these texts, each once more than at the last [#forget].
  void await(String... texts) {
    Map<String, Integer> wanted = new HashMap<>();
    for (var text : texts) {
      wanted.put(text, count(before, text) + 1);
    }
    Patience.until(
        () -> {
          var now = shown();
          return wanted.entrySet().stream()
              .allMatch(text -> count(now, text.getKey()) >= text.getValue());
        },
        () -> this + " does not show " + wanted.keySet() + ", but\n" + shown());
  }

  private static int count(String where, String text) {
    int count = 0;
    for (int at = where.indexOf(text); at >= 0; at = where.indexOf(text, at + text.length())) {
      count++;
    }
    return count;
  }

  @Override
  public String toString() {
    return getClass().getSimpleName();
  }
}
