package chat.salon.store;

import java.sql.SQLException;

/// What goes when an account is dropped: all that lets anybody in by it, and all that is kept for
/// its owner alone. What they said stays with those to whom they said it, under a name that nobody
/// else can have.
final class DroppedAccount {
  private static final String DROP =
      """
      update account set dropped = ?, role = 'MEMBER', email = null, language = null,
        display_name = null, display_name_sought = null
      where id = ? and dropped is null\
      """;

  private static final String CREDENTIAL =
      """
      delete from credential where account_id = ?\
      """;

  private static final String CERTIFICATE =
      """
      delete from certificate where account_id = ?\
      """;

  private static final String TOKEN =
      """
      delete from token where account_id = ?\
      """;

  private static final String TOKENS_OF_BOTS =
      """
      delete from token where account_id in (select account_id from bot where owner_id = ?)\
      """;

  private static final String BOTS =
      """
      update bot set retired = ? where owner_id = ? and retired is null\
      """;

  private static final String PUSH =
      """
      delete from push_subscription where account_id = ?\
      """;

  private static final String SAVED =
      """
      delete from saved_message where account_id = ?\
      """;

  private static final String STATUS =
      """
      delete from custom_status where account_id = ?\
      """;

  private static final String METADATA =
      """
      delete from account_metadata where account_id = ?\
      """;

  private static final String ATTENTION =
      """
      delete from attention where account_id = ?\
      """;

  private static final String SETTINGS =
      """
      delete from account_setting where account_id = ?\
      """;

  private static final String KEEPSAKES =
      """
      delete from keepsake where account_id = ?\
      """;

  private static final String MARKERS =
      """
      delete from read_marker where account_id = ?\
      """;

  private static final String MENTIONS =
      """
      delete from mention where account_id = ?\
      """;

  private static final String RESPONSES =
      """
      delete from response where account_id = ?\
      """;

  private static final String SEEN =
      """
      delete from activity_seen where account_id = ?\
      """;

  private static final String PRIVACY =
      """
      delete from privacy where account_id = ?\
      """;

  private static final String VHOST =
      """
      delete from vhost where account_id = ?\
      """;

  private static final String FRIENDS =
      """
      delete from friendship where first_id = ? or second_id = ?\
      """;

  private static final String BLOCKS =
      """
      delete from blocking where account_id = ?\
      """;

  private static final String QUESTIONS =
      """
      delete from friend_question where asker_id = ? or asked_id = ?\
      """;

  private static final String CORRESPONDENTS =
      """
      delete from correspondent where account_id = ? or other_id = ?\
      """;

  /// How many rows are changed at least.
  static final int ROWS = 24;

  private DroppedAccount() {}

  /// @return whether it was there
  static boolean drop(Db db, long id, long now) throws SQLException {
    if (db.update(DROP, now, id) == 0) {
      return false;
    }
    db.update(CREDENTIAL, id);
    db.update(CERTIFICATE, id);
    db.update(TOKENS_OF_BOTS, id);
    db.update(TOKEN, id);
    db.update(BOTS, now, id);
    db.update(PUSH, id);
    db.update(SAVED, id);
    db.update(STATUS, id);
    db.update(METADATA, id);
    db.update(ATTENTION, id);
    db.update(SETTINGS, id);
    db.update(KEEPSAKES, id);
    db.update(MARKERS, id);
    db.update(MENTIONS, id);
    db.update(RESPONSES, id);
    db.update(SEEN, id);
    db.update(PRIVACY, id);
    db.update(VHOST, id);
    db.update(FRIENDS, id, id);
    db.update(BLOCKS, id);
    db.update(QUESTIONS, id, id);
    db.update(CORRESPONDENTS, id, id);
    return true;
  }
}
