package chat.salon.server;

import chat.salon.core.CloakSettings;
import chat.salon.core.Limits;
import chat.salon.core.account.AccountSettings;
import chat.salon.core.bouncer.BouncerSettings;
import chat.salon.core.hook.HookSettings;
import chat.salon.core.personal.PersonalSettings;
import chat.salon.core.preview.PreviewSettings;
import chat.salon.core.protect.ProtectionSettings;
import chat.salon.core.push.PushSettings;
import chat.salon.core.search.SearchSettings;
import chat.salon.irc.IrcSettings;
import chat.salon.irc.LoginSettings;
import chat.salon.irc.MessageSettings;
import chat.salon.irc.MetadataSettings;
import chat.salon.irc.OperatorSettings;
import chat.salon.irc.TokenSettings;
import chat.salon.irc.VhostSettings;
import chat.salon.irc.arrival.DnsblSettings;
import chat.salon.irc.arrival.Entrances;
import chat.salon.irc.arrival.ProxySettings;
import chat.salon.irc.arrival.StsSettings;
import chat.salon.irc.arrival.WebSocketSettings;
import chat.salon.irc.arrival.WebircSettings;
import chat.salon.store.StoreSettings;
import chat.salon.web.WebSettings;

/// All that can be configured: one record for each part of the server, and in it one component for
/// each key. [Schema] derives the file's sections and keys from these records, and what they hold
/// when nothing is said from [#DEFAULT]: a new component is a new key.
record Configuration(
    ServerSettings server,
    @Section("irc") ListenSettings listen,
    IrcSettings irc,
    LoginSettings login,
    OauthSettings oauth,
    TokenSettings authtoken,
    @Section("websocket") WebSocketListenSettings webSocketListen,
    @Section("websocket") WebSocketSettings webSocket,
    ProxySettings proxy,
    WebircSettings webirc,
    StsSettings sts,
    DnsblSettings dnsbl,
    CloakSettings cloak,
    MessageSettings messages,
    @Section("web") WebListenSettings webListen,
    WebSettings web,
    Limits limits,
    ProtectionSettings protection,
    OperatorSettings operators,
    AccountSettings accounts,
    StoreSettings store,
    SearchSettings search,
    PushSettings push,
    HookSettings hooks,
    PreviewSettings previews,
    MetadataSettings metadata,
    VhostSettings vhosts,
    ClusterSettings cluster,
    BouncerSettings bouncer,
    PersonalSettings personal,
    LogSettings log,
    MetricsSettings metrics) {

  static final Configuration DEFAULT =
      new Configuration(
          ServerSettings.DEFAULT,
          ListenSettings.DEFAULT,
          IrcSettings.DEFAULT,
          LoginSettings.DEFAULT,
          OauthSettings.DEFAULT,
          TokenSettings.DEFAULT,
          WebSocketListenSettings.DEFAULT,
          WebSocketSettings.DEFAULT,
          ProxySettings.DEFAULT,
          WebircSettings.DEFAULT,
          StsSettings.DEFAULT,
          DnsblSettings.DEFAULT,
          CloakSettings.DEFAULT,
          MessageSettings.DEFAULT,
          WebListenSettings.DEFAULT,
          WebSettings.DEFAULT,
          Limits.DEFAULT,
          ProtectionSettings.DEFAULT,
          OperatorSettings.DEFAULT,
          AccountSettings.DEFAULT,
          StoreSettings.DEFAULT,
          SearchSettings.DEFAULT,
          PushSettings.DEFAULT,
          HookSettings.DEFAULT,
          PreviewSettings.DEFAULT,
          MetadataSettings.DEFAULT,
          VhostSettings.DEFAULT,
          ClusterSettings.DEFAULT,
          BouncerSettings.DEFAULT,
          PersonalSettings.DEFAULT,
          LogSettings.DEFAULT,
          MetricsSettings.DEFAULT);

  /// The same, listening for clients in another way.
  Configuration with(
      ListenSettings other, WebSocketListenSettings otherWebSocket, WebListenSettings otherWeb) {
    return Schema.configuration(part ->
        switch (part.component().getName()) {
          case "listen" -> other;
          case "webSocketListen" -> otherWebSocket;
          case "webListen" -> otherWeb;
          default -> Schema.read(part.component(), this);
        });
  }

  /// How connections may come in at the IRC door.
  Entrances entrances() {
    return new Entrances(proxy, webirc, webSocket, sts, dnsbl);
  }

  /// Whether it listens with TLS anywhere.
  boolean needsCertificate() {
    return !listen.listenTls().isEmpty()
        || !webSocketListen.listenTls().isEmpty()
        || !webListen.listenTls().isEmpty();
  }
}
