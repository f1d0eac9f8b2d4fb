import { openDatabase } from './database';
import type { Entry } from './message';
import type { ConversationInfo, Welcome } from './protocol';

/** The end of a conversation, as this page had it last. */
export interface KeptConversation {
  key: string;
  info: ConversationInfo;
  entries: readonly Entry[];
  moreBefore: boolean;
}

/** What can be read without a line. */
export interface Kept {
  /** Who was here, and what the server said of itself. */
  welcome: Welcome;
  conversations: readonly KeptConversation[];
}

/** Keeps what can be read without a line, of one account at a time. */
export class OfflineStore {
  async load(): Promise<Kept | undefined> {
    const database = await openDatabase();
    const welcome = await database.get('session', 'last');
    return welcome && { welcome, conversations: await database.getAll('conversations') };
  }

  async keys(): Promise<string[]> {
    return (await openDatabase()).getAllKeys('conversations');
  }

  async keepSession(welcome: Welcome): Promise<void> {
    await (await openDatabase()).put('session', welcome, 'last');
  }

  /** Keeps some conversations as they are now, and lets go of others, all or none. */
  async keep(changed: readonly KeptConversation[], gone: readonly string[]): Promise<void> {
    const transaction = (await openDatabase()).transaction('conversations', 'readwrite');
    for (const each of changed) void transaction.store.put(each);
    for (const key of gone) void transaction.store.delete(key);
    await transaction.done;
  }

  async forget(): Promise<void> {
    const transaction = (await openDatabase()).transaction(
      ['session', 'conversations'],
      'readwrite',
    );
    void transaction.objectStore('session').clear();
    void transaction.objectStore('conversations').clear();
    await transaction.done;
  }
}
