package chat.salon.web;

import chat.salon.core.Activity;
import chat.salon.core.Cloak;
import chat.salon.core.HangUp;
import chat.salon.core.Salon;
import chat.salon.core.Saving;
import chat.salon.core.account.Access;
import chat.salon.core.account.AccountSettings;
import chat.salon.core.account.Attentions;
import chat.salon.core.account.Bots;
import chat.salon.core.account.FirstAdministrator;
import chat.salon.core.account.Logins;
import chat.salon.core.account.Profiles;
import chat.salon.core.port.Settings;
import chat.salon.core.push.Pushing;
import chat.salon.core.search.Searching;
import chat.salon.web.hook.Outgoing;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

/// What all sessions of the web door share. Any thread.
public final class WebDoor {
  private final Parts parts;
  private final ClientFrames frames;
  private final Live live = new Live();
  private final Programs programs = new Programs(this);
  private final Counters counters = new Counters();
  private volatile WebSettings settings;
  private volatile Proxies proxies;

  /// What the server tells of itself.
  ///
  /// @param name by which people know it
  /// @param version of the program
  /// @param ircPort where IRC clients connect with TLS; 0 for nowhere
  public record About(String name, String version, int ircPort) {}

  /// What it is made of.
  public record Parts(
      Salon salon,
      Logins logins,
      FirstAdministrator firstAdministrator,
      AccountSettings accounts,
      Access access,
      Bots bots,
      Profiles profiles,
      Settings settings,
      Cloak cloak,
      Searching searching,
      Saving saving,
      Activity activity,
      Pushing pushing,
      Attentions attentions,
      Outgoing outgoing,
      About about) {}

  /// What has been counted since the start.
  ///
  /// @param frames that clients sent
  /// @param sent WebSocket messages: one frame or several
  /// @param requests by HTTP
  public record Counters(LongAdder frames, LongAdder sent, LongAdder requests) {
    Counters() {
      this(new LongAdder(), new LongAdder(), new LongAdder());
    }
  }

  public WebDoor(Parts parts, WebSettings settings) {
    this.parts = parts;
    this.frames = ClientFrames.everything();
    this.settings = settings;
    this.proxies = new Proxies(settings);
    parts.access().whenEnded(live::ended);
    parts
        .access()
        .whenEnded(
            token -> parts.salon().people().hangUpEverywhere(new HangUp.OfToken(token.id())));
  }

  /// Takes new settings, for what happens from now on.
  public void reload(WebSettings newSettings) {
    settings = newSettings;
    proxies = new Proxies(newSettings);
  }

  /// The settings as they are now.
  public WebSettings settings() {
    return settings;
  }

  /// The reverse proxies that are believed now.
  public Proxies proxies() {
    return proxies;
  }

  public Salon salon() {
    return parts.salon();
  }

  /// Where passwords are checked.
  public Logins logins() {
    return parts.logins();
  }

  /// Who knows the one-time code.
  public FirstAdministrator firstAdministrator() {
    return parts.firstAdministrator();
  }

  /// What holds for making accounts.
  public AccountSettings accounts() {
    return parts.accounts();
  }

  /// Who is logged in without a password.
  public Access access() {
    return parts.access();
  }

  /// The accounts of programs.
  public Bots bots() {
    return parts.bots();
  }

  /// What everybody may know of accounts.
  public Profiles profiles() {
    return parts.profiles();
  }

  /// What clients keep on the server.
  public Settings keptSettings() {
    return parts.settings();
  }

  /// Of how much people want to be told.
  public Attentions attentions() {
    return parts.attentions();
  }

  /// The messages that people keep for themselves.
  public Saving saving() {
    return parts.saving();
  }

  /// What concerns people.
  public Activity activity() {
    return parts.activity();
  }

  /// What posts to addresses outside.
  public Outgoing outgoing() {
    return parts.outgoing();
  }

  /// Where messages are found.
  public Searching searching() {
    return parts.searching();
  }

  /// Where devices are told.
  public Pushing pushing() {
    return parts.pushing();
  }

  Cloak cloak() {
    return parts.cloak();
  }

  /// What the server tells of itself.
  public About about() {
    return parts.about();
  }

  /// All frames that clients may send.
  public ClientFrames frames() {
    return frames;
  }

  /// The sessions of those who ask by HTTP, and of bots that speak for webhooks.
  public Programs programs() {
    return programs;
  }

  /// The sessions that there are.
  public Live live() {
    return live;
  }

  public Counters counters() {
    return counters;
  }

  /// What time it is.
  public Instant now() {
    return salon().stamps().now();
  }
}
