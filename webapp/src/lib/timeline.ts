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
}

/** What is shown for these entries: dividers of days and of the unread, and who begins a group. */
export function rowsOf(entries: readonly Entry[], options: TimelineOptions): Row[] {
  const rows: Row[] = [];
  let day = '';
  let previous: Message | undefined;
  for (const entry of entries) {
    if (!isShown(entry, options)) continue;
    const today = new Date(entry.time).toDateString();
    if (today !== day) {
      rows.push({ type: 'day', key: `day ${today}`, time: entry.time });
      day = today;
      previous = undefined;
    }
    if (entry.msgid === options.unreadFrom) {
      rows.push({ type: 'unread', key: 'unread' });
      previous = undefined;
    }
    if (entry.type === 'note') {
      rows.push({ type: 'note', key: entry.key, note: entry });
      previous = undefined;
    } else {
      const isLead = !previous || !belongsTo(entry, previous);
      rows.push({ type: 'message', key: entry.key, message: entry, isLead });
      previous = entry;
    }
  }
  return rows;
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
  if (entry.kind === 'joined' || entry.kind === 'left') return options.showsArrivals;
  if (entry.kind === 'quit' || entry.kind === 'renamed') return options.showsArrivals;
  return true;
}
