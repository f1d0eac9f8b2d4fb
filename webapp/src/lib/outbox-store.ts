import { openDatabase } from './database';
import type { Place } from './protocol';

/** A message that the server has not confirmed yet. Its id makes sending it twice the same as once. */
export interface Pending {
  id: string;
  account: string;
  key: string;
  place: Place;
  text: string;
  replyTo?: string;
  at: number;
  failure?: string;
}

/** Keeps what is to be sent over reloads and cuts, in IndexedDB. */
export class OutboxStore {
  async all(account: string): Promise<Pending[]> {
    const database = await openDatabase();
    const found = await database.getAllFromIndex('outbox', 'account', account);
    return found.sort((a, b) => a.at - b.at);
  }

  async put(pending: Pending): Promise<void> {
    await (await openDatabase()).put('outbox', pending);
  }

  async remove(id: string): Promise<void> {
    await (await openDatabase()).delete('outbox', id);
  }
}
