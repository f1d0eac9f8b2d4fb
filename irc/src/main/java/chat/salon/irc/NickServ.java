package chat.salon.irc;

/// NickServ: accounts, for people whose client knows neither SASL nor REGISTER.
final class NickServ implements Service {
  @Override
  public String name() {
    return "NickServ";
  }

  @Override
  public Reply said(IrcSession session, String text) {
    return Reply.NONE;
  }
}
