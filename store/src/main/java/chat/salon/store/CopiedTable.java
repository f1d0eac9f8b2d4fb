package chat.salon.store;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.Locale;

/// The tables whose rows make a server what it is, those first that others refer to. What is read
/// of each has an order that is the same on every database.
enum CopiedTable {
  SETTING(
      """
      select name, content from setting where name <> 'copying' order by name\
      """,
      """
      insert into setting (name, content) values (?, ?)\
      """),
  ACCOUNT(
      """
      select id, folded, name, role, email, created, display_name, name_sought,
        display_name_sought, dropped, language
      from account order by id\
      """,
      """
      insert into account
        (id, folded, name, role, email, created, display_name, name_sought, display_name_sought,
         dropped, language)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """),
  CREDENTIAL(
      """
      select account_id, password, scram from credential order by account_id\
      """,
      """
      insert into credential (account_id, password, scram) values (?, ?, ?)\
      """),
  TOKEN(
      """
      select id, hash, account_id, kind, name, scopes, channel, channel_folded, created, used, expires,
        address
      from token order by id\
      """,
      """
      insert into token
        (id, hash, account_id, kind, name, scopes, channel, channel_folded, created, used, expires,
         address)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """),
  CERTIFICATE(
      """
      select fingerprint, account_id, added from certificate order by fingerprint\
      """,
      """
      insert into certificate (fingerprint, account_id, added) values (?, ?, ?)\
      """),
  AUTH_TOKEN(
      """
      select hash, service, account, nick, scope, standing, expires from auth_token order by hash\
      """,
      """
      insert into auth_token (hash, service, account, nick, scope, standing, expires)
      values (?, ?, ?, ?, ?, ?, ?)\
      """),
  VHOST(
      """
      select account_id, host, is_on, asked, asked_at from vhost order by account_id\
      """,
      """
      insert into vhost (account_id, host, is_on, asked, asked_at) values (?, ?, ?, ?, ?)\
      """),
  BOT(
      """
      select account_id, owner_id, created, retired from bot order by account_id\
      """,
      """
      insert into bot (account_id, owner_id, created, retired) values (?, ?, ?, ?)\
      """),
  PUSH_SUBSCRIPTION(
      """
      select endpoint_hash, account_id, token_id, form, endpoint, device_key, device_secret,
        shows_text, created
      from push_subscription order by endpoint_hash\
      """,
      """
      insert into push_subscription
        (endpoint_hash, account_id, token_id, form, endpoint, device_key, device_secret, shows_text,
         created)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """),
  OUTGOING_WEBHOOK(
      """
      select id, account_id, channel, channel_folded, name, url, word, mentions_only, created,
        position, failures, last_result, last_status, last_at, is_off, node, taken_until, wait_until
      from outgoing_webhook order by id\
      """,
      """
      insert into outgoing_webhook
        (id, account_id, channel, channel_folded, name, url, word, mentions_only, created,
         position, failures, last_result, last_status, last_at, is_off, node, taken_until, wait_until)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """),
  NICK(
      """
      select folded, shown, account_id from nick order by folded\
      """,
      """
      insert into nick (folded, shown, account_id) values (?, ?, ?)\
      """),
  FRIENDSHIP(
      """
      select first_id, second_id, asker_id, since from friendship order by first_id, second_id\
      """,
      """
      insert into friendship (first_id, second_id, asker_id, since) values (?, ?, ?, ?)\
      """),
  BLOCKING(
      """
      select account_id, blocked_id, since from blocking order by account_id, blocked_id\
      """,
      """
      insert into blocking (account_id, blocked_id, since) values (?, ?, ?)\
      """),
  CONVERSATION(
      """
      select id, kind, name_key, shown, last_id, last_seq, opened_id, is_open, epoch
      from conversation order by id\
      """,
      """
      insert into conversation
        (id, kind, name_key, shown, last_id, last_seq, opened_id, is_open, epoch)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """),
  PRIVATE_PARTY(
      """
      select party, conversation_id from private_party order by party, conversation_id\
      """,
      """
      insert into private_party (party, conversation_id) values (?, ?)\
      """),
  CHANNEL(
      """
      select conversation_id, created, topic, topic_by, topic_at, flags, entry_key, member_limit,
        founder_id, description, slow_seconds, forward_to, join_times, join_seconds,
        repeat_times, repeat_seconds
      from channel order by conversation_id\
      """,
      """
      insert into channel
        (conversation_id, created, topic, topic_by, topic_at, flags, entry_key, member_limit,
         founder_id, description, slow_seconds, forward_to, join_times, join_seconds,
         repeat_times, repeat_seconds)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """),
  CHANNEL_LIST(
      """
      select conversation_id, kind, position, mask, set_by, set_at, ends_at, reason
      from channel_list order by conversation_id, kind, position\
      """,
      """
      insert into channel_list
        (conversation_id, kind, position, mask, set_by, set_at, ends_at, reason)
      values (?, ?, ?, ?, ?, ?, ?, ?)\
      """),
  MEMBERSHIP(
      """
      select conversation_id, account_id, ranks, since, opened_id, ended from membership
      order by conversation_id, account_id\
      """,
      """
      insert into membership (conversation_id, account_id, ranks, since, opened_id, ended)
      values (?, ?, ?, ?, ?, ?)\
      """),
  JOIN_REQUEST(
      """
      select conversation_id, account_id, message, asked, answered, answered_by, accepted, reason,
        paused_until
      from join_request order by conversation_id, account_id\
      """,
      """
      insert into join_request
        (conversation_id, account_id, message, asked, answered, answered_by, accepted, reason,
         paused_until)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """),
  MESSAGE(
      """
      select conversation_id, id, seq, happened, kind, account_id, nick, username, host, target,
        body, details, least, edited, redacted
      from message order by conversation_id, id\
      """,
      """
      insert into message
        (conversation_id, id, seq, happened, kind, account_id, nick, username, host, target,
         body, details, least, edited, redacted)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """),
  EDIT(
      """
      select conversation_id, message_id, edit_id, former from edit
      order by conversation_id, message_id, edit_id\
      """,
      """
      insert into edit (conversation_id, message_id, edit_id, former) values (?, ?, ?, ?)\
      """),
  REACTION(
      """
      select conversation_id, message_id, reaction, party, nick, reaction_id from reaction
      order by conversation_id, message_id, reaction, party\
      """,
      """
      insert into reaction (conversation_id, message_id, reaction, party, nick, reaction_id)
      values (?, ?, ?, ?, ?, ?)\
      """),
  PIN(
      """
      select conversation_id, message_id, nick, pin_id from pin
      order by conversation_id, message_id\
      """,
      """
      insert into pin (conversation_id, message_id, nick, pin_id) values (?, ?, ?, ?)\
      """),
  MESSAGE_PREVIEW(
      """
      select conversation_id, message_id, content from message_preview
      order by conversation_id, message_id\
      """,
      """
      insert into message_preview (conversation_id, message_id, content) values (?, ?, ?)\
      """),
  PAGE_PREVIEW(
      """
      select url_hash, content, fetched from page_preview order by url_hash\
      """,
      """
      insert into page_preview (url_hash, content, fetched) values (?, ?, ?)\
      """),
  SENT(
      """
      select conversation_id, party, request_key, message_id, sent_at from sent
      order by conversation_id, party, request_key\
      """,
      """
      insert into sent (conversation_id, party, request_key, message_id, sent_at)
      values (?, ?, ?, ?, ?)\
      """),
  READ_MARKER(
      """
      select account_id, conversation_id, message_id from read_marker
      order by account_id, conversation_id\
      """,
      """
      insert into read_marker (account_id, conversation_id, message_id) values (?, ?, ?)\
      """),
  ATTENTION(
      """
      select account_id, conversation_id, notice_level, muted_until from attention
      order by account_id, conversation_id\
      """,
      """
      insert into attention (account_id, conversation_id, notice_level, muted_until)
      values (?, ?, ?, ?)\
      """),
  MENTION(
      """
      select account_id, conversation_id, message_id from mention
      order by account_id, conversation_id, message_id\
      """,
      """
      insert into mention (account_id, conversation_id, message_id) values (?, ?, ?)\
      """),
  RESPONSE(
      """
      select account_id, event_id, conversation_id, kind, message_id, party, reaction from response
      order by account_id, event_id\
      """,
      """
      insert into response
        (account_id, event_id, conversation_id, kind, message_id, party, reaction)
      values (?, ?, ?, ?, ?, ?, ?)\
      """),
  ACTIVITY_SEEN(
      """
      select account_id, event_id from activity_seen order by account_id\
      """,
      """
      insert into activity_seen (account_id, event_id) values (?, ?)\
      """),
  SAVED_MESSAGE(
      """
      select account_id, conversation_id, message_id, saved_id from saved_message
      order by account_id, conversation_id, message_id\
      """,
      """
      insert into saved_message (account_id, conversation_id, message_id, saved_id)
      values (?, ?, ?, ?)\
      """),
  ACCOUNT_SETTING(
      """
      select account_id, content, version from account_setting order by account_id\
      """,
      """
      insert into account_setting (account_id, content, version) values (?, ?, ?)\
      """),
  KEEPSAKE(
      """
      select account_id, item, content from keepsake order by account_id, item\
      """,
      """
      insert into keepsake (account_id, item, content) values (?, ?, ?)\
      """),
  FRIEND_QUESTION(
      """
      select asker_id, asked_id, asked_at, refused_at from friend_question
      order by asker_id, asked_id\
      """,
      """
      insert into friend_question (asker_id, asked_id, asked_at, refused_at) values (?, ?, ?, ?)\
      """),
  CUSTOM_STATUS(
      """
      select account_id, content, until from custom_status order by account_id\
      """,
      """
      insert into custom_status (account_id, content, until) values (?, ?, ?)\
      """),
  ACCOUNT_METADATA(
      """
      select account_id, name, content from account_metadata order by account_id, name\
      """,
      """
      insert into account_metadata (account_id, name, content) values (?, ?, ?)\
      """),
  CHANNEL_METADATA(
      """
      select conversation_id, name, content from channel_metadata order by conversation_id, name\
      """,
      """
      insert into channel_metadata (conversation_id, name, content) values (?, ?, ?)\
      """),
  PRIVACY(
      """
      select account_id, write_circle, add_circle, see_circle from privacy order by account_id\
      """,
      """
      insert into privacy (account_id, write_circle, add_circle, see_circle) values (?, ?, ?, ?)\
      """),
  CORRESPONDENT(
      """
      select account_id, other_id from correspondent order by account_id, other_id\
      """,
      """
      insert into correspondent (account_id, other_id) values (?, ?)\
      """),
  SERVER_BAN(
      """
      select id, kind, mask, reason, set_by, set_at, expires, staff_reason
      from server_ban order by id\
      """,
      """
      insert into server_ban (id, kind, mask, reason, set_by, set_at, expires, staff_reason)
      values (?, ?, ?, ?, ?, ?, ?, ?)\
      """),
  SPAM_FILTER(
      """
      select id, pattern, places, action, lasts, reason, set_by, set_at
      from spam_filter order by id\
      """,
      """
      insert into spam_filter (id, pattern, places, action, lasts, reason, set_by, set_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)\
      """),
  CHANNEL_CLOSURE(
      """
      select folded, name, kind, reason, set_by, set_at, expires
      from channel_closure order by folded\
      """,
      """
      insert into channel_closure (folded, name, kind, reason, set_by, set_at, expires)
      values (?, ?, ?, ?, ?, ?, ?)\
      """),
  AUDIT(
      """
      select id, happened, actor, action, subject, details, previous_hash, hash
      from audit order by id\
      """,
      """
      insert into audit (id, happened, actor, action, subject, details, previous_hash, hash)
      values (?, ?, ?, ?, ?, ?, ?, ?)\
      """);

  private final String select;
  private final String insert;

  CopiedTable(@CompileTimeConstant String select, @CompileTimeConstant String insert) {
    this.select = select;
    this.insert = insert;
  }

  String select() {
    return select;
  }

  String insert() {
    return insert;
  }

  /// As the database calls it.
  String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
