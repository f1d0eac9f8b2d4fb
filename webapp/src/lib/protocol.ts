/** The frames of Salon's JSON protocol: what the server says, and what it can be asked. */

import type { Attended, Level } from './attention';

/** Where something is said: a channel, or a private conversation with one person. */
export type Place = { channel: string } | { other_user: string };

/** Whether somebody is there: shown by shape and colour, never by colour alone. */
export type Status = 'connected' | 'idle' | 'do_not_disturb' | 'disconnected';

export type Role = 'member' | 'moderator' | 'administrator';

/** What every frame about a conversation carries: where, and when in its order. */
export interface InPlace {
  channel?: string;
  other_user?: string;
  user?: string;
  msgid?: string;
  seq?: number;
  time?: string;
}

export interface Limits {
  message_bytes: number;
  topic_bytes: number;
  description_bytes: number;
  slow_seconds: number;
  history_page: number;
  login_length: number;
  channel_length: number;
  password_min_length: number;
  request_characters: number;
  group_members: number;
}

export interface Welcome {
  welcome: string;
  protocol: number;
  version: string;
  user: string | null;
  account: string | null;
  role: Role | null;
  language: string;
  time: string;
  first_channel: string | null;
  registration: 'open' | 'closed';
  administrator_wanted: boolean;
  limits: Partial<Limits>;
}

/** What a page that a message links to says of itself: plain text that strangers wrote. */
export interface PreviewInfo {
  url: string;
  site: string;
  title: string;
  description: string;
}

/** What a message carries in a channel and in private alike. */
export interface Said extends InPlace {
  user: string;
  msgid: string;
  seq: number;
  time: string;
  id?: string;
  account?: string;
  display_name?: string;
  reply_to?: string;
  edited?: string;
  deleted?: boolean;
  notice?: boolean;
  bot?: boolean;
  reactions?: Record<string, string[]>;
  previews?: PreviewInfo[];
  mentions_me?: boolean;
  to_rank?: string;
}

export interface ChannelMessage extends Said {
  channel_message: string;
  channel: string;
}

export interface PrivateMessage extends Said {
  private_message: string;
  other_user: string;
}

/** One of my conversations, as the list shows it. */
export interface ConversationInfo {
  channel?: string;
  other_user?: string;
  topic?: string;
  description?: string;
  members?: number;
  rank?: string | null;
  modes?: string;
  lasting?: boolean;
  private?: boolean;
  on_request?: boolean;
  /** Who is in a group. */
  people?: readonly { user: string; account: string | null; display_name: string }[];
  account?: string | null;
  display_name?: string;
  status?: Status;
  /** Somebody writes whom my privacy leaves out, and I have not answered. */
  request?: boolean;
  /** Of how much I want to be told there, and whether of nothing now. */
  notify?: Level;
  muted?: boolean;
  muted_until?: string | null;
  unread: number;
  mentions: number;
  read: string | null;
  first_unread: string | null;
  seq: number;
  last: ChannelMessage | PrivateMessage | null;
}

/** What somebody says that they are doing. At its end it is over without a word. */
export interface CustomStatus {
  text: string;
  until: string | null;
}

export interface PersonInfo {
  user: string;
  account?: string | null;
  display_name?: string;
  status?: Status;
  rank?: string | null;
  role?: Role | null;
  away?: string | null;
  custom_status?: CustomStatus | null;
  bot?: boolean;
}

/** How somebody stands to me. */
export type Bond = 'none' | 'asked' | 'asks' | 'friends';

export interface FriendInfo {
  friend: string;
  bond: Bond;
  blocked: boolean;
  since: string | null;
  person: PersonInfo;
}

/** Some people around me. */
export type Circle = 'everyone' | 'shared' | 'friends';

/** Who may write to me, ask to be my friend, and see whether I am there. */
export interface Privacy {
  write: Circle;
  add: Circle;
  see: Circle;
}

export interface Profile extends PersonInfo {
  bond?: Bond;
  blocked?: boolean;
  since?: string;
  channels?: string[];
}

export interface FoundChannel {
  channel: string;
  topic: string;
  description: string;
  members: number;
  joined: boolean;
  lasting: boolean;
  private: boolean;
  on_request: boolean;
  last: string | null;
}

/** Somebody who asks to come into a channel. */
export interface JoinRequest {
  user: string;
  channel: string;
  message: string;
  time: string;
  account?: string | null;
  display_name?: string;
  status?: Status;
}

/** Where I ask to come in: waiting, or refused until then. */
export interface OwnRequest {
  channel: string;
  message: string;
  time: string;
  until: string | null;
  reason: string;
}

export interface KnownCommand {
  name: string;
  arguments: string;
  help: string;
  rank: string | null;
  where: 'channel' | 'private' | 'any';
}

export interface SessionInfo {
  session: string;
  door: 'web' | 'irc' | 'program';
  address: string;
  since: string;
  last: string;
  this?: boolean;
  agent?: string;
}

export interface BotInfo {
  bot: string;
  owner: string;
  created: string;
}

export interface TokenInfo {
  token_id: string;
  name: string;
  scopes: ('read' | 'write')[];
  channel?: string;
  created: string;
  expires: string;
}

export interface WebhookInfo {
  webhook: string;
  name: string;
  speaker: string;
  channel: string;
  created: string;
  used: string;
}

export type DeliveryResult =
  'none' | 'taken' | 'answer_refused' | 'status' | 'no_answer' | 'not_allowed' | 'not_in_channel';

export interface OutgoingWebhookInfo {
  outgoing_webhook: string;
  name: string;
  bot: string;
  channel: string;
  url: string;
  word: string;
  mentions: boolean;
  created: string;
  last: DeliveryResult;
  status: number;
  at: string;
  failures: number;
  off: boolean;
}

/** What the server says unasked, by the key that tells a frame from the others. */
export interface ServerFrames {
  welcome: Welcome;
  channel_message: ChannelMessage;
  private_message: PrivateMessage;
  joined: InPlace & {
    joined: string;
    user: string;
    conversation?: ConversationInfo;
  } & Omit<PersonInfo, 'user'>;
  added: InPlace & {
    added: string;
    account: string;
    display_name: string;
    channel: string;
    user: string;
  };
  left: InPlace & { left: string; user: string; reason?: string };
  kicked: InPlace & { kicked: string; channel: string; reason?: string };
  quit: { quit: string; reason?: string; time?: string };
  renamed: { renamed: string; user: string };
  invited: InPlace & { invited: string; channel: string };
  asked_to_join: Omit<JoinRequest, 'user'> & { asked_to_join: string };
  request_withdrawn: { request_withdrawn: string; channel: string; time: string };
  request_answered: {
    request_answered: string;
    channel: string;
    time: string;
    accepted: boolean;
    reason: string;
    until: string | null;
  };
  reacted: InPlace & { reacted: string; to: string; user: string };
  unreacted: InPlace & { unreacted: string; to: string; user: string };
  pinned: InPlace & { pinned: string; user: string; time: string };
  unpinned: InPlace & { unpinned: string; user: string };
  previewed: InPlace & { previewed: string; previews: PreviewInfo[] };
  edited: InPlace & { edited: string; text: string; user: string; mentions_me?: boolean };
  deleted: InPlace & { deleted: string; reason?: string };
  topic: InPlace & { topic: string; channel: string };
  description: InPlace & { description: string; channel: string };
  modes: InPlace & { modes: string; channel: string };
  split: { split: string[]; channel: string };
  returned: { returned: string[]; channel: string };
  friend: FriendInfo;
  person: Omit<PersonInfo, 'user'> & { person: string };
  status: { status: Status; user: string };
  read: InPlace & { read: string | null; unread?: number; mentions?: number } & Attended;
  typing: InPlace & { typing: boolean; user: string };
  settings: { settings: Record<string, unknown> };
  conversation: { conversation: ConversationInfo };
  get_status: { get_status: true };
  new_activity: NewActivity;
  notice: { notice: string; user: string };
  closing: { closing: string; again: boolean };
}

// The order matters: a message may carry "deleted" and "notice", and who joins a "status".
const KINDS = [
  'welcome',
  'channel_message',
  'private_message',
  'joined',
  'added',
  'left',
  'kicked',
  'quit',
  'renamed',
  'invited',
  'asked_to_join',
  'request_withdrawn',
  'request_answered',
  'reacted',
  'unreacted',
  'pinned',
  'unpinned',
  'previewed',
  'edited',
  'deleted',
  'topic',
  'description',
  'modes',
  'split',
  'returned',
  'friend',
  'person',
  'status',
  'read',
  'typing',
  'settings',
  'conversation',
  'get_status',
  'new_activity',
  'notice',
  'closing',
] as const satisfies readonly (keyof ServerFrames)[];

export type ServerKind = (typeof KINDS)[number];

/** A frame together with its kind, so that a `switch` over the kind knows the frame. */
export type ServerEvent = { [K in ServerKind]: { kind: K; frame: ServerFrames[K] } }[ServerKind];

/** The frame with its kind, or nothing when this app does not know it (a newer server may say more). */
export function eventOf(frame: object): ServerEvent | undefined {
  const kind = KINDS.find((key) => key in frame);
  return kind && ({ kind, frame } as ServerEvent);
}

/** What a client asks: the value of the frame's own key, what goes with it, and the answer. */
export interface Asks {
  conversations: Ask<true, unknown, { conversations: ConversationInfo[] }>;
  history: Ask<
    'latest' | 'before' | 'after' | 'around' | 'unread',
    Place & { msgid?: string; time?: string; limit?: number; events?: boolean },
    { messages: object[]; more_before: boolean; more_after: boolean }
  >;
  channel_message: Ask<string, { channel: string; reply_to?: string }, Stored>;
  private_message: Ask<string, { other_user: string; reply_to?: string }, Stored>;
  edit: Ask<string, Place & { text: string }>;
  delete: Ask<string, Place & { reason?: string }>;
  react: Ask<string, Place & { to: string }>;
  unreact: Ask<string, Place & { to: string }>;
  pin: Ask<string, Place>;
  unpin: Ask<string, Place>;
  pins: Ask<true, Place, { pins: PinInfo[] }>;
  hide_previews: Ask<string, Place>;
  save: Ask<string, Place>;
  unsave: Ask<string, Place>;
  saved: Ask<
    true,
    { before?: string; limit?: number },
    { messages: SavedInfo[]; next: string | null }
  >;
  activity: Ask<
    true,
    { kinds?: ActivityKind[]; before?: string; limit?: number },
    { activity: ActivityInfo[]; next: string | null }
  >;
  see_activity: Ask<string, unknown, NewActivity>;
  new_activity: Ask<true, unknown, NewActivity>;
  edits: Ask<string, Place, { versions: { text: string; time: string }[] }>;
  typing: Ask<boolean, Place>;
  read_up_to: Ask<string, Place, { unread: number; mentions: number }>;
  join: Ask<string, { key?: string }, { conversation: ConversationInfo }>;
  part: Ask<string>;
  create: Ask<
    string,
    { description?: string; private: boolean; on_request: boolean },
    { conversation: ConversationInfo }
  >;
  create_group: Ask<
    readonly string[],
    { title?: string },
    { group: string; conversation: ConversationInfo }
  >;
  add_to_group: Ask<readonly string[], { channel: string }>;
  name_group: Ask<string, { channel: string }>;
  set_topic: Ask<string, { channel: string }>;
  set_description: Ask<string, { channel: string }>;
  kick: Ask<string, { channel: string; reason?: string }>;
  ban: Ask<string, { channel: string; duration?: string; reason?: string }>;
  unban: Ask<string, { channel: string }>;
  bans: Ask<string, unknown, { bans: BanInfo[] }>;
  ask_to_join: Ask<string, { message: string }, { waiting: boolean }>;
  withdraw: Ask<string>;
  join_requests: Ask<string, unknown, { requests: JoinRequest[] }>;
  own_requests: Ask<true, unknown, { requests: OwnRequest[] }>;
  accept: Ask<string, { channel: string }>;
  reject: Ask<string, { channel: string; duration: string; reason: string }>;
  get_channel: Ask<string, unknown, FoundChannel>;
  invite: Ask<string, { channel: string }>;
  mode: Ask<string, { channel: string }>;
  members: Ask<string, unknown, { people: PersonInfo[] }>;
  channels: Ask<string, { limit?: number }, { found: FoundChannel[] }>;
  search: Ask<
    string,
    Partial<{ channel: string; other_user: string }> & {
      order?: SearchOrder;
      cursor?: string;
      limit?: number;
      zone?: string;
      context?: boolean;
    },
    { hits: SearchHit[]; next: string | null; complete: boolean }
  >;
  find: Ask<string, { limit?: number; after?: string }, { people: PersonInfo[] }>;
  befriend: Ask<string, unknown, Bonded>;
  accept_friend: Ask<string, unknown, Bonded>;
  refuse_friend: Ask<string, unknown, Bonded>;
  withdraw_friend: Ask<string, unknown, Bonded>;
  unfriend: Ask<string, unknown, Bonded>;
  block: Ask<string, unknown, Bonded>;
  unblock: Ask<string, unknown, Bonded>;
  accept_messages: Ask<string, unknown, Bonded>;
  friends: Ask<true, unknown, { friends: FriendInfo[]; privacy: Privacy }>;
  set_privacy: Ask<true, Partial<Privacy>>;
  profile: Ask<string, unknown, { person: Profile }>;
  get_status: Ask<true, { users?: string[] }, { statuses: Record<string, Status> }>;
  status: Ask<Status>;
  set_display_name: Ask<string>;
  set_away: Ask<string | null>;
  set_custom_status: Ask<string | null, { until?: string; duration?: string }>;
  set_password: Ask<string, { current: string }>;
  command: Ask<
    string,
    Partial<{ channel: string; other_user: string; reply_to: string }>,
    { text: string[] }
  >;
  commands: Ask<true, unknown, { known: KnownCommand[] }>;
  get_settings: Ask<true, unknown, { settings: Record<string, unknown> }>;
  set_language: Ask<string>;
  set_settings: Ask<Record<string, unknown>>;
  notify: Ask<Level, Place, Attended>;
  mute: Ask<true, Place & { duration?: string }, Attended>;
  unmute: Ask<true, Place, Attended>;
  get_push_key: Ask<true, unknown, { push_key: string }>;
  subscribe_push: Ask<string, { p256dh: string; auth: string; shows_text: boolean }>;
  unsubscribe_push: Ask<string>;
  test_push: Ask<string>;
  sessions: Ask<true, unknown, { sessions: SessionInfo[] }>;
  end_session: Ask<string>;
  bots: Ask<true, unknown, { bots: BotInfo[] }>;
  create_bot: Ask<string, unknown, BotInfo>;
  delete_bot: Ask<string>;
  tokens: Ask<true, { bot?: string }, { tokens: TokenInfo[] }>;
  create_token: Ask<
    string,
    { bot?: string; scopes?: TokenInfo['scopes']; channel?: string; days?: number },
    TokenInfo & { token: string }
  >;
  revoke_token: Ask<string, { bot?: string }>;
  webhooks: Ask<true, { channel?: string }, { webhooks: WebhookInfo[] }>;
  create_webhook: Ask<string, { channel: string; bot?: string }, WebhookInfo & { url: string }>;
  revoke_webhook: Ask<string, { channel?: string }>;
  outgoing_webhooks: Ask<true, { channel?: string }, { outgoing_webhooks: OutgoingWebhookInfo[] }>;
  create_outgoing_webhook: Ask<
    string,
    { channel: string; bot: string; url: string; word?: string; mentions?: boolean },
    OutgoingWebhookInfo & { secret: string }
  >;
  test_outgoing_webhook: Ask<string, unknown, { last: DeliveryResult; status: number }>;
  delete_outgoing_webhook: Ask<string>;
  resume: Ask<Record<string, number>, unknown, { gaps?: string[] }>;
  ping: Ask<string>;
}

export type SearchOrder = 'newest' | 'best';

/** A message that was found, and where its text has what was searched for: start and length. */
export type SearchHit = Place & {
  message: ChannelMessage | PrivateMessage;
  marks: readonly (readonly [number, number])[];
  before: ChannelMessage | PrivateMessage | null;
  after: ChannelMessage | PrivateMessage | null;
};

/** A message that its conversation keeps in sight. */
export interface PinInfo {
  message: ChannelMessage | PrivateMessage;
  by: string;
  at: string;
}

/** A message that I keep, and where it was said. */
export type SavedInfo = Place & {
  message: ChannelMessage | PrivateMessage;
  saved_at: string;
};

/** Why something concerns me. */
export type ActivityKind = 'mention' | 'reply' | 'reaction';

/** Something that concerns me, and where it was said. */
export type ActivityInfo = Place & {
  kind: ActivityKind;
  event: string;
  msgid: string;
  user: string;
  account: string | null;
  display_name: string;
  time: string;
  excerpt: string;
  reaction: string | null;
  new: boolean;
};

/** How much of that is new, and the newest of it. */
export interface NewActivity {
  new_activity: number;
  newest: string | null;
}

export interface BanInfo {
  mask: string;
  by: string;
  since: string;
  until: string | null;
  reason: string;
}

interface Ask<Value, With = unknown, Answer = unknown> {
  value: Value;
  with: With;
  answer: Answer;
}

interface Bonded {
  bond: Bond;
  blocked: boolean;
}

interface Stored {
  msgid: string;
  seq: number;
  time: string;
}

/** An answer that says no: a stable code, and a sentence that says what was wrong and what to do. */
export interface Refusal {
  error: string;
  message: string;
  field?: string;
  retry_after?: number;
}

/** Marks the end of a `switch` that knows every case: a new one is an error of the compiler. */
export function never(value: never): void {
  console.warn('unexpected', value);
}
