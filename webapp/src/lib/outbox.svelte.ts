import { Refused, type Connection } from './connection.svelte';
import { keyOf } from './place';
import type { OutboxStore, Pending } from './outbox-store';
import type { Place } from './protocol';

/** Where a pending message went: its place in the conversation. */
export interface Confirmed {
  msgid: string;
  seq: number;
  time: string;
}

type Confirm = (pending: Pending, confirmed: Confirmed) => void;

/**
 * What was said and is not confirmed yet. It is shown at once, kept on disk, and sent in order as
 * soon as there is a line: one at a time in each conversation.
 */
export class Outbox {
  #items = $state.raw<readonly Pending[]>([]);
  #connection: Connection;
  #store: OutboxStore;
  #confirm: Confirm;
  #busy = new Set<string>();
  #account = '';

  readonly waiting = $derived(this.#items.filter((each) => !each.failure).length);

  constructor(connection: Connection, store: OutboxStore, confirm: Confirm) {
    this.#connection = connection;
    this.#store = store;
    this.#confirm = confirm;
  }

  of(key: string): Pending[] {
    return this.#items.filter((each) => each.key === key);
  }

  /** Takes up what this account had not sent when the page was closed. */
  async load(account: string): Promise<void> {
    if (this.#account === account) return this.flush();
    this.#account = account;
    const kept = await this.#store.all(account).catch(() => []);
    const known = new Set(this.#items.map((each) => each.id));
    this.#items = [...kept.filter((each) => !known.has(each.id)), ...this.#items];
    this.flush();
  }

  say(place: Place, text: string, replyTo?: string): void {
    const pending: Pending = {
      id: crypto.randomUUID(),
      account: this.#account,
      key: keyOf(place),
      place,
      text,
      at: Math.max(Date.now(), (this.#items.at(-1)?.at ?? 0) + 1), // two of one moment have an order
      ...(replyTo && { replyTo }),
    };
    this.#items = [...this.#items, pending];
    this.#keep(pending);
    void this.#drain(pending.key);
  }

  retry(id: string): void {
    const failed = this.#items.find((each) => each.id === id);
    if (!failed) return;
    const again = { ...failed };
    delete again.failure;
    this.#replace(again);
    void this.#drain(again.key);
  }

  discard(id: string): void {
    this.#items = this.#items.filter((each) => each.id !== id);
    void this.#store.remove(id).catch(() => {});
  }

  /** Sends what waits; called when a line is there again. */
  flush(): void {
    for (const key of new Set(this.#items.map((each) => each.key))) void this.#drain(key);
  }

  /** Forgets what is shown; what is kept stays for its account. */
  clear(): void {
    this.#items = [];
    this.#account = '';
  }

  async #drain(key: string): Promise<void> {
    if (this.#busy.has(key)) return;
    this.#busy.add(key);
    try {
      for (let next = this.#next(key); next; next = this.#next(key)) {
        if (!(await this.#send(next))) return;
      }
    } finally {
      this.#busy.delete(key);
    }
  }

  #next(key: string): Pending | undefined {
    return this.#items.find((each) => each.key === key && !each.failure);
  }

  /** Whether the next one may go. */
  async #send(pending: Pending): Promise<boolean> {
    const reply = pending.replyTo ? { reply_to: pending.replyTo } : {};
    const { place, text, id } = pending;
    try {
      const confirmed =
        'channel' in place
          ? await this.#connection.ask('channel_message', text, { ...place, ...reply }, id)
          : await this.#connection.ask('private_message', text, { ...place, ...reply }, id);
      // Both in one turn: the row is never there twice, and never gone.
      this.#confirm(pending, confirmed);
      this.discard(id);
      return true;
    } catch (why) {
      return this.#failed(pending, why as Refused);
    }
  }

  #failed(pending: Pending, why: Refused): boolean {
    if (why.isCut) return false;
    if (why.retryAfter) {
      setTimeout(() => void this.#drain(pending.key), why.retryAfter * 1000);
      return false;
    }
    this.#replace({ ...pending, failure: why.message || why.code });
    return true;
  }

  #replace(pending: Pending): void {
    this.#items = this.#items.map((each) => (each.id === pending.id ? pending : each));
    this.#keep(pending);
  }

  #keep(pending: Pending): void {
    void this.#store.put(pending).catch(() => {});
  }
}
