import { SvelteSet } from 'svelte/reactivity';
import type { Activity } from './activity.svelte';
import type { Connection } from './connection.svelte';
import { dayOf } from './days';
import type { ActivityInfo, ActivityKind } from './protocol';

export const FILTERS = ['all', 'mention', 'reply', 'reaction'] as const;
export type Filter = (typeof FILTERS)[number];

const PAGE = 30;

/** What concerns me, as the page lists it: newest first, and as much of it as was looked at. */
export class ActivityList {
  filter = $state<Filter>('all');
  entries = $state.raw<readonly ActivityInfo[]>([]);
  next = $state<string | null>(null);
  isKnown = $state(false);
  readonly days = $derived(byDay(this.entries));
  /** What was new when it came to this page: it stays marked until the page is left. */
  #new = new SvelteSet<string>();
  #connection: Connection;
  #activity: Activity;
  #asked = 0;

  constructor(connection: Connection, activity: Activity) {
    this.#connection = connection;
    this.#activity = activity;
  }

  isNew(info: ActivityInfo): boolean {
    return this.#new.has(info.event);
  }

  async show(filter: Filter): Promise<void> {
    this.filter = filter;
    this.isKnown = false;
    this.entries = [];
    this.next = null;
    await this.refresh();
  }

  /** Asks anew for the newest of it; what is older stays. */
  async refresh(): Promise<void> {
    const asked = ++this.#asked;
    const { activity, next } = await this.#ask({});
    if (asked !== this.#asked) return;
    const last = activity.at(-1)?.event;
    const older = next && last ? this.entries.filter((each) => each.event < last) : [];
    this.entries = [...activity, ...older];
    if (older.length === 0) this.next = next;
    this.#learn(activity);
    this.isKnown = true;
  }

  async more(): Promise<void> {
    const before = this.next;
    if (!before) return;
    const asked = ++this.#asked;
    const { activity, next } = await this.#ask({ before });
    if (asked !== this.#asked) return;
    this.entries = [...this.entries, ...activity];
    this.next = next;
    this.#learn(activity);
  }

  /** All that is new has been on the screen. */
  async see(): Promise<void> {
    const newest = this.filter === 'all' ? this.entries[0] : undefined;
    if (newest && this.#activity.fresh > 0) await this.#activity.see(newest.event);
  }

  #learn(activity: readonly ActivityInfo[]): void {
    for (const each of activity) if (each.new) this.#new.add(each.event);
  }

  #ask(more: { before?: string }): Promise<{ activity: ActivityInfo[]; next: string | null }> {
    const kinds: { kinds?: ActivityKind[] } = this.filter === 'all' ? {} : { kinds: [this.filter] };
    return this.#connection.ask('activity', true, { ...kinds, ...more, limit: PAGE });
  }
}

/** Entries under the days on which they happened where the reader is. */
export function byDay(
  entries: readonly ActivityInfo[],
): { day: string; at: number; entries: ActivityInfo[] }[] {
  const days: { day: string; at: number; entries: ActivityInfo[] }[] = [];
  for (const each of entries) {
    const at = Date.parse(each.time);
    const day = dayOf(at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(each);
    else days.push({ day, at, entries: [each] });
  }
  return days;
}
