import type { Connection } from './connection.svelte';
import type { NewActivity, ServerEvent } from './protocol';

/** More than so many are not told apart in a badge. */
const MOST = 99;

/** How much of what concerns me is new; the page that lists it hears of every change. */
export class Activity {
  fresh = $state(0);
  /** Set while the list is on the screen. */
  onchange: (() => void) | undefined;
  readonly shown = $derived(this.fresh > MOST ? `${MOST}+` : String(this.fresh));
  #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async load(): Promise<void> {
    this.#count(await this.#connection.ask('new_activity', true));
    this.onchange?.();
  }

  /** I have looked at what there is up to an event. */
  async see(event: string): Promise<void> {
    this.#count(await this.#connection.ask('see_activity', event));
  }

  take({ kind, frame }: ServerEvent): void {
    if (kind === 'new_activity') this.#count(frame);
    if (['new_activity', 'edited', 'deleted', 'unreacted'].includes(kind)) this.onchange?.();
  }

  forget(): void {
    this.fresh = 0;
  }

  #count({ new_activity }: NewActivity): void {
    this.fresh = new_activity;
  }
}
