import type { Connection } from './connection.svelte';
import { messageOf, type Message } from './message';
import type { Place, ServerFrames } from './protocol';

/** A message that its conversation keeps in sight. */
export interface Pin {
  message: Message;
  by: string;
  at: number;
}

/** The pinned messages of one conversation, the last pinned first; known once it was opened. */
export class Pins {
  list = $state.raw<readonly Pin[]>([]);
  #place: Place;
  #connection: Connection;
  #isKnown = false;

  constructor(place: Place, connection: Connection) {
    this.#place = place;
    this.#connection = connection;
  }

  has(msgid: string): boolean {
    return this.list.some((each) => each.message.msgid === msgid);
  }

  async load(): Promise<void> {
    const { pins } = await this.#connection.ask('pins', true, this.#place);
    this.list = pins.map(({ message, by, at }) => ({
      message: messageOf(message),
      by,
      at: Date.parse(at),
    }));
    this.#isKnown = true;
  }

  /** Somebody pinned a message; asks for it when the page does not have it. */
  add({ pinned, user, time }: ServerFrames['pinned'], message: Message | undefined): void {
    if (!this.#isKnown || this.has(pinned)) return;
    if (message) this.list = [{ message, by: user, at: Date.parse(time) }, ...this.list];
    else void this.load().catch(() => (this.#isKnown = false));
  }

  drop(msgid: string): void {
    if (this.has(msgid)) this.list = this.list.filter((each) => each.message.msgid !== msgid);
  }

  /** Something became of a message, which may be a pinned one. */
  change(msgid: string, change: (message: Message) => Message): void {
    if (!this.has(msgid)) return;
    this.list = this.list
      .map((each) =>
        each.message.msgid === msgid ? { ...each, message: change(each.message) } : each,
      )
      .filter((each) => !each.message.deleted);
  }
}
