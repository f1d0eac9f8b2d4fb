import type { Conversation } from './conversation.svelte';
import type { Message } from './message';
import { minute } from './minute.svelte';

/** Of how much in a conversation somebody wants to be told. */
export type Level = 'everything' | 'mentions' | 'nothing';

/** What the server says of it. */
export interface Attended {
  notify?: Level;
  muted?: boolean;
  muted_until?: string | null;
}

export function levelOf({ isChannel, isGroup, info }: Conversation): Level {
  return info.notify ?? (isChannel && !isGroup ? 'mentions' : 'everything');
}

export function isMuted({ info }: Conversation): boolean {
  const { muted = false, muted_until: until } = info;
  return muted && (!until || Date.parse(until) > minute.now);
}

/** Whether nothing that is said there asks for attention. */
export function isSilent(conversation: Conversation): boolean {
  return isMuted(conversation) || levelOf(conversation) === 'nothing';
}

/** What deserves a number: mentions, or everything, as one has said, and no requests. */
export function attention(conversation: Conversation): number {
  const { mentions, unread, request } = conversation.info;
  if (request || isSilent(conversation)) return 0;
  return levelOf(conversation) === 'everything' ? unread : mentions;
}

/** Whether one wants to be told of a message. */
export function isWanted(conversation: Conversation, message: Message): boolean {
  if (conversation.info.request || isSilent(conversation)) return false;
  return levelOf(conversation) === 'everything' || message.mentionsMe;
}

/** So long until tomorrow at eight, as the server reads a duration. */
export function untilTomorrow(now = new Date()): string {
  const morning = new Date(now);
  morning.setDate(morning.getDate() + 1);
  morning.setHours(8, 0, 0, 0);
  return `${Math.max(1, Math.round((morning.getTime() - now.getTime()) / 60_000))}m`;
}
