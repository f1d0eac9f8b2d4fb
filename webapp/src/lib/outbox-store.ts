import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
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

interface Schema extends DBSchema {
  outbox: { key: string; value: Pending; indexes: { account: string } };
}

/** Keeps what is to be sent over reloads and cuts, in IndexedDB. */
export class OutboxStore {
  #database: Promise<IDBPDatabase<Schema>> | undefined;

  async all(account: string): Promise<Pending[]> {
    const database = await this.#open();
    const found = await database.getAllFromIndex('outbox', 'account', account);
    return found.sort((a, b) => a.at - b.at);
  }

  async put(pending: Pending): Promise<void> {
    await (await this.#open()).put('outbox', pending);
  }

  async remove(id: string): Promise<void> {
    await (await this.#open()).delete('outbox', id);
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    this.#database ??= openDB<Schema>('salon', 1, {
      upgrade(database) {
        const store = database.createObjectStore('outbox', { keyPath: 'id' });
        store.createIndex('account', 'account');
      },
    });
    return this.#database;
  }
}
