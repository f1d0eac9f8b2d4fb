package chat.salon.acceptance.clients;

/// WeeChat in a terminal.
final class CursesWeeChat extends WeeChat {
  private final Terminal terminal;

  CursesWeeChat(House house, Person person) {
    // Lines that come faster than a person types would be taken for a paste, and asked about.
    var noPaste = "/set weechat.look.paste_max_lines -1";
    var folder = house.room();
    terminal =
        new Terminal(
            folder, "weechat-curses", "-d", folder.toString(), "-P", "irc,typing", "-r", noPaste);
    await("paste_max_lines = -1");
    type("/bar hide nicklist");
    setUp(house, person).forEach(this::type);
  }

  @Override
  void type(String line) {
    terminal.type(line);
  }

  /// Types what is not sent yet.
  void begin(String text) {
    terminal.begin(text);
  }

  @Override
  String shown() {
    return terminal.screen();
  }

  @Override
  public void close() {
    terminal.close();
  }
}
