package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.hook.OutgoingWebhook;
import chat.salon.core.hook.OutgoingWebhook.Progress;
import chat.salon.core.hook.OutgoingWebhook.Result;
import chat.salon.core.hook.OutgoingWebhooks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The outgoing webhooks in SQL. Which node delivers is a row's lease, by the clock of the
/// database: of several who take it at once each waits for the one before.
final class SqlOutgoingWebhooks implements OutgoingWebhooks {
  private static final String ADD =
      """
      insert into outgoing_webhook
        (account_id, channel, channel_folded, name, url, word, mentions_only, created, position,
         failures, last_result, last_status, last_at, is_off, node, taken_until, wait_until)
      select b.account_id, ?, ?, ?, ?, ?, ?, ?, coalesce(c.last_id, 0),
        0, ?, 0, ?, 0, 0, 0, 0
      from bot b join account a on a.id = b.account_id left join conversation c on c.name_key = ?
      where a.folded = ? and b.retired is null\
      """;

  private static final String FIND =
      """
      select h.id, a.name, o.name, h.channel, h.name, h.url, h.word, h.mentions_only, h.created,
        h.position, h.failures, h.last_result, h.last_status, h.last_at, h.is_off
      from outgoing_webhook h join account a on a.id = h.account_id
        join bot b on b.account_id = h.account_id and b.retired is null
        join account o on o.id = b.owner_id
      where h.id = ?\
      """;

  private static final String OF_OWNER =
      """
      select h.id, a.name, o.name, h.channel, h.name, h.url, h.word, h.mentions_only, h.created,
        h.position, h.failures, h.last_result, h.last_status, h.last_at, h.is_off
      from outgoing_webhook h join account a on a.id = h.account_id
        join bot b on b.account_id = h.account_id and b.retired is null
        join account o on o.id = b.owner_id
      where o.folded = ? order by h.id desc\
      """;

  private static final String OF_CHANNEL =
      """
      select h.id, a.name, o.name, h.channel, h.name, h.url, h.word, h.mentions_only, h.created,
        h.position, h.failures, h.last_result, h.last_status, h.last_at, h.is_off
      from outgoing_webhook h join account a on a.id = h.account_id
        join bot b on b.account_id = h.account_id and b.retired is null
        join account o on o.id = b.owner_id
      where h.channel_folded = ? order by h.id desc\
      """;

  private static final String REMOVE =
      """
      delete from outgoing_webhook where id = ?\
      """;

  private static final String WHERE =
      """
      select distinct channel_folded from outgoing_webhook where is_off = 0\
      """;

  private static final String BEHIND =
      """
      select h.id, c.last_id from outgoing_webhook h
        join bot b on b.account_id = h.account_id and b.retired is null
        join conversation c on c.name_key = h.channel_folded
      where h.is_off = 0 and c.last_id > h.position and h.taken_until <= ? and h.wait_until <= ?
      order by h.wait_until, h.id limit ?\
      """;

  private static final String TAKE =
      """
      update outgoing_webhook set node = ?, taken_until = ?
      where id = ? and is_off = 0 and taken_until <= ? and wait_until <= ?\
      """;

  private static final String SETTLE =
      """
      update outgoing_webhook set position = ?, failures = ?, last_result = ?, last_status = ?,
        last_at = ?, is_off = ?, taken_until = ?
      where id = ? and node = ? and taken_until > ? and is_off = 0\
      """;

  private static final String RELEASE =
      """
      update outgoing_webhook set taken_until = 0, wait_until = ?
      where id = ? and node = ? and taken_until > ?\
      """;

  private static final String RELEASE_ALL =
      """
      update outgoing_webhook set taken_until = 0 where node = ? and taken_until > 0\
      """;

  private static final String RESUME =
      """
      update outgoing_webhook set failures = 0, last_result = ?, last_status = ?, last_at = ?,
        wait_until = 0, is_off = 0
      where id = ?\
      """;

  // Before the other: what was off has missed what was said.
  private static final String SKIP =
      """
      update outgoing_webhook set position = coalesce(
        (select c.last_id from conversation c where c.name_key = channel_folded), position)
      where id = ? and is_off = 1\
      """;

  private static final long BYTES = 2000;

  private final Committer committer;
  private final Readers readers;
  private final Database database;
  private final Listening listening;

  SqlOutgoingWebhooks(
      Committer committer, Readers readers, Database database, Listening listening) {
    this.committer = committer;
    this.readers = readers;
    this.database = database;
    this.listening = listening;
  }

  @Override
  public Optional<OutgoingWebhook> add(OutgoingWebhook hook, int most) {
    var added = committer.commit(2, BYTES, db -> add(db, hook, most));
    listening.wake(); // so that it is listened to
    return added;
  }

  private static Optional<OutgoingWebhook> add(Db db, OutgoingWebhook hook, int most)
      throws SQLException {
    var channel = hook.channel();
    if (db.all(OF_CHANNEL, SqlOutgoingWebhooks::hook, channel.folded()).size() >= most) {
      return Optional.empty();
    }
    long created = hook.created().toEpochMilli();
    int added =
        db.update(
            ADD,
            channel.shown(),
            channel.folded(),
            hook.name(),
            hook.url(),
            hook.word(),
            hook.mentionsOnly() ? 1 : 0,
            created,
            Result.NONE.name(),
            created,
            channel.key(),
            hook.bot().folded());
    return added == 0
        ? Optional.empty()
        : db.first(OF_CHANNEL, SqlOutgoingWebhooks::hook, channel.folded());
  }

  @Override
  public Optional<OutgoingWebhook> find(long id) {
    return readers.read("an outgoing webhook", db -> db.first(FIND, SqlOutgoingWebhooks::hook, id));
  }

  @Override
  public List<OutgoingWebhook> of(AccountName owner) {
    return readers.read(
        "outgoing webhooks", db -> db.all(OF_OWNER, SqlOutgoingWebhooks::hook, owner.folded()));
  }

  @Override
  public List<OutgoingWebhook> of(ChannelName channel) {
    return readers.read(
        "outgoing webhooks", db -> db.all(OF_CHANNEL, SqlOutgoingWebhooks::hook, channel.folded()));
  }

  @Override
  public boolean remove(long id) {
    return committer.commit(1, BYTES, db -> db.update(REMOVE, id) > 0);
  }

  @Override
  public List<Taken> take(int node, int most, Duration lease) {
    var behind = readers.read("outgoing webhooks", db -> behind(db, most));
    return behind.isEmpty()
        ? List.of()
        : committer.commit(most, BYTES, db -> take(db, behind, node, lease));
  }

  private List<Behind> behind(Db db, int most) throws SQLException {
    listening.to(Set.copyOf(db.all(WHERE, row -> row.getString(1))));
    long now = database.now(db);
    return db.all(BEHIND, row -> new Behind(row.getLong(1), row.getLong(2)), now, now, most);
  }

  private record Behind(long id, long upTo) {}

  private List<Taken> take(Db db, List<Behind> behind, int node, Duration lease)
      throws SQLException {
    long now = database.now(db);
    var taken = new ArrayList<Taken>();
    for (var one : behind) {
      if (db.update(TAKE, node, now + lease.toMillis(), one.id(), now, now) > 0) {
        db.first(FIND, SqlOutgoingWebhooks::hook, one.id())
            .ifPresent(hook -> taken.add(new Taken(hook, one.upTo())));
      }
    }
    return taken;
  }

  @Override
  public boolean settle(int node, long id, long position, Progress progress, Duration lease) {
    return committer.commit(
        1,
        BYTES,
        db -> {
          long now = database.now(db);
          return db.update(
                  SETTLE,
                  position,
                  progress.failures(),
                  progress.last().name(),
                  progress.status(),
                  progress.at().toEpochMilli(),
                  progress.isOff() ? 1 : 0,
                  now + lease.toMillis(),
                  id,
                  node,
                  now)
              > 0;
        });
  }

  @Override
  public void release(int node, long id, Duration wait) {
    committer.commit(
        1,
        BYTES,
        db -> {
          long now = database.now(db);
          return db.update(RELEASE, now + wait.toMillis(), id, node, now);
        });
    if (wait.isZero()) {
      listening.wake(); // more may have been said meanwhile
    }
  }

  @Override
  public void releaseAll(int node) {
    committer.commit(1, BYTES, db -> db.update(RELEASE_ALL, node));
  }

  @Override
  public void resume(long id, Progress progress) {
    committer.commit(
        1,
        BYTES,
        db -> {
          db.update(SKIP, id);
          return db.update(
              RESUME, progress.last().name(), progress.status(), progress.at().toEpochMilli(), id);
        });
    listening.wake();
  }

  @Override
  public long await(long seen, Duration most) throws InterruptedException {
    return listening.await(seen, most.toMillis());
  }

  private static OutgoingWebhook hook(ResultSet row) throws SQLException {
    return new OutgoingWebhook(
        row.getLong(1),
        AccountName.trusted(row.getString(2)),
        AccountName.trusted(row.getString(3)),
        ChannelName.trusted(row.getString(4)),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getInt(8) != 0,
        Instant.ofEpochMilli(row.getLong(9)),
        row.getLong(10),
        new Progress(
            row.getInt(11),
            Result.valueOf(row.getString(12)),
            row.getInt(13),
            Instant.ofEpochMilli(row.getLong(14)),
            row.getInt(15) != 0));
  }
}
