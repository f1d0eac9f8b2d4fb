import type { Entry } from './message';

/** How many rows the page ever holds. */
export const MOST = 300;

/** A piece of a conversation, in order, that can grow at both ends and never gets too long. */
export interface HistoryWindow {
  readonly entries: readonly Entry[];
  readonly moreBefore: boolean;
  readonly moreAfter: boolean;
}

export const EMPTY: HistoryWindow = { entries: [], moreBefore: false, moreAfter: false };

export interface Page {
  entries: readonly Entry[];
  moreBefore: boolean;
  moreAfter: boolean;
}

/** The union of two runs of entries by their place in the order; the second knows better. */
function merged(one: readonly Entry[], other: readonly Entry[]): Entry[] {
  const bySeq = new Map<number, Entry>();
  for (const entry of one) bySeq.set(entry.seq, entry);
  for (const entry of other) {
    const known = bySeq.get(entry.seq);
    bySeq.set(entry.seq, known ? { ...entry, key: known.key } : entry);
  }
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** With an older page in front; what no longer fits falls off the end. */
export function withOlder(window: HistoryWindow, page: Page): HistoryWindow {
  const all = merged(window.entries, page.entries);
  const entries = all.slice(0, MOST);
  const moreAfter = window.moreAfter || all.length > MOST;
  return { entries, moreBefore: page.moreBefore, moreAfter };
}

/** With a newer page at the end; what no longer fits falls off the front. */
export function withNewer(window: HistoryWindow, page: Page): HistoryWindow {
  const all = merged(window.entries, page.entries);
  const entries = all.slice(-MOST);
  const moreBefore = window.moreBefore || all.length > MOST;
  return { entries, moreBefore, moreAfter: page.moreAfter };
}

/**
 * With something that happens now. Who follows the end loses the oldest rows; who reads above keeps
 * them, and the new one is left to be fetched when they come down.
 */
export function withNew(window: HistoryWindow, entry: Entry, isFollowing: boolean): HistoryWindow {
  if (window.moreAfter) return window;
  const entries = merged(window.entries, [entry]);
  if (entries.length <= MOST) return { ...window, entries };
  return isFollowing
    ? { ...window, entries: entries.slice(-MOST), moreBefore: true }
    : { ...window, moreAfter: true };
}

/** With one message as it is now; others stay the same objects. */
export function withChanged(
  window: HistoryWindow,
  msgid: string,
  change: (entry: Entry) => Entry,
): HistoryWindow {
  const at = window.entries.findIndex((entry) => entry.msgid === msgid);
  if (at < 0) return window;
  const entries = window.entries.with(at, change(window.entries[at]!));
  return { ...window, entries };
}
