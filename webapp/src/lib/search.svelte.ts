import type { Client } from './client.svelte';
import { Refused } from './connection.svelte';
import type { Place, SearchHit, SearchOrder } from './protocol';

const PAGE = 20;
const MOST = 200;

/** A search: what is typed, and what was found. It stays when its panel is closed. */
export class Search {
  text = $state('');
  order = $state<SearchOrder>('newest');
  /** Where alone to look. */
  place = $state.raw<Place>();
  hits = $state.raw<readonly SearchHit[]>([]);
  /** What the hits were found for; nothing before the first search. */
  asked = $state<string>();
  isBusy = $state(false);
  isComplete = $state(true);
  error = $state('');

  #app: Client;
  #next = $state<string | null>(null);
  #turn = 0;

  constructor(app: Client) {
    this.#app = app;
  }

  /** Whether there is more to load. */
  get hasMore(): boolean {
    return this.#next !== null && this.hits.length < MOST;
  }

  /** Whether there is more than is shown at most. */
  get isCut(): boolean {
    return this.#next !== null && this.hits.length >= MOST;
  }

  async run(): Promise<void> {
    const turn = ++this.#turn;
    const text = this.text.trim();
    this.error = '';
    if (text === '') {
      this.hits = [];
      this.asked = undefined;
      this.#next = null;
      this.isBusy = false;
      return;
    }
    await this.#ask(turn, text, undefined);
  }

  async more(): Promise<void> {
    if (!this.hasMore || this.isBusy || this.asked === undefined) return;
    await this.#ask(this.#turn, this.asked, this.#next!);
  }

  async #ask(turn: number, text: string, cursor: string | undefined): Promise<void> {
    this.isBusy = true;
    try {
      const answer = await this.#app.connection.ask('search', text, {
        ...this.place,
        ...(cursor ? { cursor } : {}),
        order: this.order,
        limit: PAGE,
        zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        context: true,
      });
      if (turn !== this.#turn) return;
      this.hits = cursor ? [...this.hits, ...answer.hits] : answer.hits;
      this.asked = text;
      this.#next = answer.next;
      this.isComplete = answer.complete;
    } catch (why) {
      if (!(why instanceof Refused)) throw why;
      if (turn === this.#turn) this.error = why.message || this.#app.explain(why);
    } finally {
      if (turn === this.#turn) this.isBusy = false;
    }
  }
}
