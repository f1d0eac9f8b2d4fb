import type { Entry, Message } from './message';

/** Messages of one person within this time share one heading. */
const GROUP = 5 * 60_000;

/** A line of the timeline. Keys are unique, and stay the same for the same thing. */
export type Row =
  | { type: 'day'; key: string; time: number }
  | { type: 'unread'; key: string }
  | { type: 'message'; key: string; message: Message; isLead: boolean }
  | { type: 'note'; key: string; note: Exclude<Entry, Message> };

export interface TimelineOptions {
  /** The first message that was not read when the conversation was opened. */
  unreadFrom: string | null;
  showsArrivals: boolean;
  /** In a group it counts who belongs to it, and not who is connected. */
  isGroup?: boolean;
  /** Whether there is more in the history before the first entry. */
  moreBefore: boolean;
}

/**
 * What is shown for these entries: dividers of days and of the unread, and who begins a group. Where
 * the history goes on before them, the first is only there to tell how the second begins: what is
 * shown stays the same when more comes in front of it.
 */
export function rowsOf(entries: readonly Entry[], options: TimelineOptions): Row[] {
  const shown = entries.filter((entry) => isShown(entry, options));
  const begin = options.moreBefore ? 1 : 0;
  return shown
    .slice(begin)
    .flatMap((entry, at) => rowsFor(entry, shown[begin + at - 1], options.unreadFrom));
}

function rowsFor(entry: Entry, before: Entry | undefined, unreadFrom: string | null): Row[] {
  const rows: Row[] = [];
  const day = new Date(entry.time).toDateString();
  if (!before || day !== new Date(before.time).toDateString()) {
    rows.push({ type: 'day', key: `day ${day}`, time: entry.time });
  }
  if (entry.msgid === unreadFrom) rows.push({ type: 'unread', key: 'unread' });
  if (entry.type === 'note') return [...rows, { type: 'note', key: entry.key, note: entry }];
  const isLead = rows.length > 0 || before?.type !== 'message' || !belongsTo(entry, before);
  return [...rows, { type: 'message', key: entry.key, message: entry, isLead }];
}

/** Whether a message goes on under the heading of the one before it. */
export function belongsTo(message: Message, previous: Message): boolean {
  return (
    message.user === previous.user &&
    message.name === previous.name &&
    message.time - previous.time < GROUP &&
    message.notice === previous.notice &&
    message.toRank === previous.toRank &&
    !message.replyTo
  );
}

function isShown(entry: Entry, options: TimelineOptions): boolean {
  if (entry.type === 'message') return true;
  if (options.isGroup) return !['joined', 'quit', 'modes'].includes(entry.kind);
  if (entry.kind === 'joined' || entry.kind === 'left') return options.showsArrivals;
  if (entry.kind === 'quit' || entry.kind === 'renamed') return options.showsArrivals;
  return true;
}
