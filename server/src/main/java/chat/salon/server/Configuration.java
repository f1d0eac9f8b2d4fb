package chat.salon.server;

import chat.salon.core.Limits;
import chat.salon.core.account.AccountSettings;
import chat.salon.core.bouncer.BouncerSettings;
import chat.salon.core.hook.HookSettings;
import chat.salon.core.preview.PreviewSettings;
import chat.salon.core.push.PushSettings;
import chat.salon.core.search.SearchSettings;
import chat.salon.irc.IrcSettings;
import chat.salon.irc.LoginSettings;
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
    @Section("web") WebListenSettings webListen,
    WebSettings web,
    Limits limits,
    AccountSettings accounts,
    StoreSettings store,
    SearchSettings search,
    PushSettings push,
    HookSettings hooks,
    PreviewSettings previews,
    ClusterSettings cluster,
    BouncerSettings bouncer,
    LogSettings log,
    MetricsSettings metrics) {

  static final Configuration DEFAULT =
      new Configuration(
          ServerSettings.DEFAULT,
          ListenSettings.DEFAULT,
          IrcSettings.DEFAULT,
          LoginSettings.DEFAULT,
          OauthSettings.DEFAULT,
          WebListenSettings.DEFAULT,
          WebSettings.DEFAULT,
          Limits.DEFAULT,
          AccountSettings.DEFAULT,
          StoreSettings.DEFAULT,
          SearchSettings.DEFAULT,
          PushSettings.DEFAULT,
          HookSettings.DEFAULT,
          PreviewSettings.DEFAULT,
          ClusterSettings.DEFAULT,
          BouncerSettings.DEFAULT,
          LogSettings.DEFAULT,
          MetricsSettings.DEFAULT);

  /// The same, listening for clients in another way.
  Configuration with(ListenSettings other, WebListenSettings otherWeb) {
    return new Configuration(
        server, other, irc, login, oauth, otherWeb, web, limits, accounts, store, search, push,
        hooks, previews, cluster, bouncer, log, metrics);
  }
}
