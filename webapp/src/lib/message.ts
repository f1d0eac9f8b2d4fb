import { placeOf } from './place';
import {
  eventOf,
  type ChannelMessage,
  type Place,
  type PreviewInfo,
  type PrivateMessage,
  type ServerFrames,
} from './protocol';

/** Something that somebody said, as it is now. */
export interface Message {
  type: 'message';
  /** What the row is called; it stays the same when a pending message becomes a stored one. */
  key: string;
  msgid: string;
  seq: number;
  time: number;
  user: string;
  name: string;
  text: string;
  replyTo: string | undefined;
  edited: boolean;
  deleted: boolean;
  notice: boolean;
  bot: boolean;
  mentionsMe: boolean;
  toRank: string | undefined;
  reactions: Readonly<Record<string, readonly string[]>>;
  /** Not there in what this device has kept from before there were any. */
  previews?: readonly PreviewInfo[];
}

const NOTED = [
  'joined',
  'added',
  'left',
  'kicked',
  'topic',
  'description',
  'modes',
  'renamed',
  'quit',
  'pinned',
  'unpinned',
] as const;
type NotedKind = (typeof NOTED)[number];

/** Something that happened and is shown as a quiet line. */
export type Note = {
  [K in NotedKind]: {
    type: 'note';
    kind: K;
    key: string;
    msgid: string;
    seq: number;
    time: number;
    frame: ServerFrames[K];
  };
}[NotedKind];

export type Entry = Message | Note;

export function messageOf(frame: ChannelMessage | PrivateMessage): Message {
  return {
    type: 'message',
    key: frame.id ?? frame.msgid,
    msgid: frame.msgid,
    seq: frame.seq,
    time: Date.parse(frame.time),
    user: frame.user,
    name: frame.display_name || frame.user,
    text: 'channel_message' in frame ? frame.channel_message : frame.private_message,
    replyTo: frame.reply_to,
    edited: Boolean(frame.edited),
    deleted: Boolean(frame.deleted),
    notice: Boolean(frame.notice),
    bot: Boolean(frame.bot),
    mentionsMe: Boolean(frame.mentions_me),
    toRank: frame.to_rank,
    reactions: frame.reactions ?? {},
    previews: frame.previews ?? [],
  };
}

/** A frame of history or of now as an entry of the timeline, if it is one. */
export function entryOf(frame: object): Entry | undefined {
  const event = eventOf(frame);
  if (!event) return undefined;
  if (event.kind === 'channel_message' || event.kind === 'private_message') {
    return messageOf(event.frame);
  }
  if (!(NOTED as readonly string[]).includes(event.kind)) return undefined;
  const { msgid, seq, time } = event.frame as { msgid?: string; seq?: number; time?: string };
  if (!msgid || !seq || !time) return undefined;
  const { kind } = event;
  return { type: 'note', kind, key: msgid, msgid, seq, time: Date.parse(time), frame } as Note;
}

/** Where a frame's message belongs. */
export function placeOfMessage(
  frame: ChannelMessage | PrivateMessage,
  me: string | null,
): Place | undefined {
  return placeOf(frame, me);
}

/** The message with another text, and no preview of a link that is not in it any more. */
export function withText(message: Message, text: string): Message {
  const previews = message.previews?.filter((each) => text.includes(each.url));
  return { ...message, text, edited: true, ...(previews && { previews }) };
}

/** The message with one reaction more or less. */
export function withReaction(
  message: Message,
  emoji: string,
  user: string,
  there: boolean,
): Message {
  const others = (message.reactions[emoji] ?? []).filter((name) => name !== user);
  const reactions = { ...message.reactions, [emoji]: there ? [...others, user] : others };
  if (reactions[emoji]!.length === 0) delete reactions[emoji];
  return { ...message, reactions };
}
