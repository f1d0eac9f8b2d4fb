import type { Message } from '../src/lib/message';

/** A message as tests need it: alice says something at a place in the order. */
export function said(seq: number, more: Partial<Message> = {}): Message {
  return {
    type: 'message',
    key: `m${seq}`,
    msgid: `m${seq}`,
    seq,
    time: Date.UTC(2026, 0, 5, 12) + seq * 60_000,
    user: 'alice',
    name: 'Alice',
    text: `message ${seq}`,
    replyTo: undefined,
    edited: false,
    deleted: false,
    notice: false,
    bot: false,
    mentionsMe: false,
    toRank: undefined,
    reactions: {},
    previews: [],
    ...more,
  };
}

export function range(from: number, to: number): Message[] {
  return Array.from({ length: to - from }, (_, at) => said(from + at));
}
