package chat.salon.store;

import chat.salon.core.StoreException;
import chat.salon.core.account.Accounts;
import chat.salon.core.account.Attentions;
import chat.salon.core.account.AuthTokens;
import chat.salon.core.account.Bots;
import chat.salon.core.account.Boundaries;
import chat.salon.core.account.Certificates;
import chat.salon.core.account.Friendships;
import chat.salon.core.account.Profiles;
import chat.salon.core.account.SavedMessages;
import chat.salon.core.account.Tokens;
import chat.salon.core.account.Vhosts;
import chat.salon.core.bouncer.Keepsakes;
import chat.salon.core.hook.OutgoingWebhooks;
import chat.salon.core.personal.Exports;
import chat.salon.core.personal.Spoken;
import chat.salon.core.port.ActivityInbox;
import chat.salon.core.port.Conversations;
import chat.salon.core.port.MessageLog;
import chat.salon.core.port.Nicks;
import chat.salon.core.port.Nodes;
import chat.salon.core.port.ReadMarkers;
import chat.salon.core.port.Settings;
import chat.salon.core.preview.PreviewCache;
import chat.salon.core.protect.Defences;
import chat.salon.core.push.PushSubscriptions;
import chat.salon.core.search.SearchSettings;
import chat.salon.store.Watch.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/// What the server keeps on disk. Any thread but an event loop; one for each data folder.
public final class Store implements AutoCloseable {

  private final DataFolder folder;
  private final boolean isShared;
  private final ServerKey key;
  private final Committer committer;
  private final Readers readers;
  private final Appended appended = new Appended();
  private final Listening listening = new Listening();
  private final MessageLog messageLog;
  private final Conversations conversations;
  private final Nicks nicks;
  private final SqlNodes nodes;
  private final Accounts accounts;
  private final ReadMarkers readMarkers;
  private final Settings settings;
  private final Profiles profiles;
  private final Keepsakes keepsakes;
  private final Tokens tokens;
  private final Certificates certificates;
  private final AuthTokens authTokens;
  private final Vhosts vhosts;
  private final Bots bots;
  private final OutgoingWebhooks outgoingWebhooks;
  private final Friendships friendships;
  private final PushSubscriptions pushSubscriptions;
  private final Attentions attentions;
  private final PreviewCache previewCache;
  private final Boundaries boundaries;
  private final SavedMessages savedMessages;
  private final ActivityInbox activityInbox;
  private final Defences defences;

  private Store(
      DataFolder folder,
      Database database,
      ServerKey key,
      Committer committer,
      Readers readers,
      BatchWriter writer) {
    this.folder = folder;
    this.isShared = database.isRemote();
    this.key = key;
    this.committer = committer;
    this.readers = readers;
    this.messageLog = new SqlMessageLog(committer, readers, writer, appended, listening);
    this.conversations = new SqlConversations(committer, readers, writer);
    this.nicks = new SqlNicks(readers);
    this.nodes = new SqlNodes(committer, database);
    this.accounts = new SqlAccounts(committer, readers, database, key, InstantSource.system());
    this.readMarkers = new SqlReadMarkers(committer, readers, database);
    this.profiles = new SqlProfiles(committer, readers);
    this.keepsakes = new SqlKeepsakes(committer, readers, database);
    this.settings = new SqlSettings(committer, readers, database);
    this.tokens = new SqlTokens(committer, readers);
    this.certificates = new SqlCertificates(committer, readers, database);
    this.authTokens = new SqlAuthTokens(committer);
    this.vhosts = new SqlVhosts(committer, readers);
    this.bots = new SqlBots(committer, readers, database);
    this.pushSubscriptions = new SqlPushSubscriptions(committer, readers, InstantSource.system());
    this.attentions = new SqlAttentions(committer, readers, database);
    this.previewCache = new SqlPreviewCache(committer, readers, database);
    this.outgoingWebhooks = new SqlOutgoingWebhooks(committer, readers, database, listening);
    this.friendships = new SqlFriendships(committer, readers, database);
    this.boundaries = new SqlBoundaries(committer, readers, database);
    this.savedMessages = new SqlSavedMessages(committer, readers, database);
    this.activityInbox = new SqlActivityInbox(committer, readers, database);
    this.defences = new SqlDefences(committer, readers, InstantSource.system());
  }

  /// Opens the database of a data folder and brings its tables up to date. Folder and file are made
  /// when they are not there; a database on a server has to be.
  ///
  /// @throws StoreException with a sentence for the operator: why it cannot be used
  /// @throws IllegalArgumentException with such a sentence too: what in the configuration, or in
  ///   the database server's, must not be so
  public static Store open(StoreSettings settings, Path dataFolder) {
    return open(settings, dataFolder, UnaryOperator.identity(), Patience.of(settings));
  }

  /// @param seam around the connection that writes, for tests
  static Store open(
      StoreSettings settings, Path dataFolder, UnaryOperator<Connection> seam, Patience patience) {
    var folder = DataFolder.take(dataFolder.toAbsolutePath().normalize());
    try {
      return open(settings, folder, seam, patience);
    } catch (IOException | SQLException e) {
      folder.close();
      throw new StoreException(
          "The database " + settings.url() + " cannot be opened: " + e.getMessage(), e);
    } catch (RuntimeException | Error e) {
      folder.close();
      throw e;
    }
  }

  private static Store open(
      StoreSettings settings, DataFolder folder, UnaryOperator<Connection> seam, Patience patience)
      throws IOException, SQLException {
    var database = database(settings, folder);
    var writer = new Writer(database, seam);
    try {
      var db = writer.db(); // proved to be safe before anything is changed
      Migrations.run(database);
      DatabaseCopy.refuseUnfinished(db);
      var key = ServerKeys.open(db, database, folder.file(KeyFile.NAME));
      var lastWrite = database.isRemote() ? new LastWrite(writer.name()) : null;
      if (lastWrite != null) {
        lastWrite.add(db);
        db.commit();
      }
      var batches = new BatchWriter(database);
      var readers = new Readers(database, settings);
      var committer = new Committer(writer, lastWrite, database, settings, patience, batches);
      return new Store(folder, database, key, committer, readers, batches);
    } catch (IOException | SQLException | RuntimeException e) {
      writer.lose();
      throw e;
    }
  }

  static Database database(StoreSettings settings, DataFolder folder) throws IOException {
    return switch (DatabaseUrl.parse(settings.url())) {
      case DatabaseUrl.File(var path) -> {
        var file = folder.file(path);
        DataFolder.create(file);
        yield new Sqlite(file);
      }
      case DatabaseUrl.Remote url ->
          switch (url.product()) {
            case POSTGRESQL -> new Postgresql(url, settings);
            case MARIADB -> new MariaDb(url, settings);
          };
    };
  }

  public MessageLog messageLog() {
    return messageLog;
  }

  /// Forgets the keys of requests from before a moment, a part of them at a time: a repetition that
  /// comes later is not known for one. Waits for the disk.
  ///
  /// @return how many were forgotten
  /// @throws StoreException the database refused
  public int forgetKeys(Instant before) {
    return SentTable.forget(readers, committer, before);
  }

  public Conversations conversations() {
    return conversations;
  }

  public Nicks nicks() {
    return nicks;
  }

  public Nodes nodes() {
    return nodes;
  }

  /// Whether other servers may reach its database.
  public boolean isShared() {
    return isShared;
  }

  /// Claims the database for a server that is alone; as [Nodes#claim], and to be renewed like that.
  ///
  /// @param name the same at each start, and no other server's
  /// @throws StoreException another server uses the database
  public int claimAlone(String name) {
    return nodes.claimAlone(name);
  }

  public Accounts accounts() {
    return accounts;
  }

  public ReadMarkers readMarkers() {
    return readMarkers;
  }

  public Profiles profiles() {
    return profiles;
  }

  /// What is remembered of accounts while nobody is connected.
  public Keepsakes keepsakes() {
    return keepsakes;
  }

  public Settings settings() {
    return settings;
  }

  /// What lets people in without a password.
  public Tokens tokens() {
    return tokens;
  }

  /// The tokens by which people show other services who they are.
  public AuthTokens authTokens() {
    return authTokens;
  }

  /// The client certificates that let accounts in.
  public Certificates certificates() {
    return certificates;
  }

  public Vhosts vhosts() {
    return vhosts;
  }

  public Bots bots() {
    return bots;
  }

  public OutgoingWebhooks outgoingWebhooks() {
    return outgoingWebhooks;
  }

  public Friendships friendships() {
    return friendships;
  }

  public PreviewCache previewCache() {
    return previewCache;
  }

  public Attentions attentions() {
    return attentions;
  }

  /// The devices that want to be told.
  public PushSubscriptions pushSubscriptions() {
    return pushSubscriptions;
  }

  public Boundaries boundaries() {
    return boundaries;
  }

  public SavedMessages savedMessages() {
    return savedMessages;
  }

  public ActivityInbox activityInbox() {
    return activityInbox;
  }

  /// What accounts have said, wherever that was.
  public Spoken spoken() {
    return new SqlSpoken(readers);
  }

  /// The files with what accounts have said.
  public Exports exports() {
    return new ExportFolder(folder.file("exports"));
  }

  /// Bans from the server, and the record of what staff did.
  public Defences defences() {
    return defences;
  }

  /// Begins to keep the search index in the data folder up to date. To be closed before the store.
  public LuceneSearch search(SearchSettings settings) {
    var follower =
        new SearchFollower(
            new IndexedLog(readers),
            appended,
            folder.file("search"),
            key.fingerprint(),
            settings,
            isShared);
    return new LuceneSearch(follower, settings);
  }

  /// 32 secret bytes for one use, the same at every start of this server and known to no other.
  public byte[] secret(String use) {
    return key.derive(use);
  }

  /// Whether it can keep what it is given. May wait for the disk when it could not just now.
  public Health health() {
    return committer.health();
  }

  /// How many transactions were committed since it was opened.
  public long commits() {
    return committer.commits();
  }

  /// How often the connection to the database was lost since it was opened.
  public long losses() {
    return committer.losses();
  }

  /// How many writes wait for a transaction.
  public int waiting() {
    return committer.waiting();
  }

  /// Commits what is waiting, then gives everything back.
  @Override
  public void close() {
    readers.close();
    committer.close();
    folder.close();
  }
}
