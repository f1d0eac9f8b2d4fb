import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptConversation } from './offline-store';
import type { Pending } from './outbox-store';
import type { Welcome } from './protocol';

interface Schema extends DBSchema {
  outbox: { key: string; value: Pending; indexes: { account: string } };
  session: { key: 'last'; value: Welcome };
  conversations: { key: string; value: KeptConversation };
}

let database: Promise<IDBPDatabase<Schema>> | undefined;

/** What this browser keeps of this server, in IndexedDB. Fails where the browser keeps nothing. */
export function openDatabase(): Promise<IDBPDatabase<Schema>> {
  database ??= openDB<Schema>('salon', 2, {
    upgrade(opened, before) {
      if (before < 1) {
        opened.createObjectStore('outbox', { keyPath: 'id' }).createIndex('account', 'account');
      }
      if (before < 2) {
        opened.createObjectStore('session');
        opened.createObjectStore('conversations', { keyPath: 'key' });
      }
    },
    // Another tab has a newer app: it does not wait for this one.
    blocking: (_before, _now, event) => (event.target as IDBDatabase).close(),
    terminated: () => (database = undefined),
  });
  return database;
}
