import type { Conversation } from './conversation.svelte';
import type { Conversations } from './conversations.svelte';
import { remember, remembered } from './local';
import type { Kept, KeptConversation, OfflineStore } from './offline-store';
import type { Welcome } from './protocol';

const PAUSE = 1_000;
/** So many conversations can be read without a line: those with the newest messages, */
const CONVERSATIONS = 30;
/** and so much of each. */
const ENTRIES = 50;

type Version = Pick<Conversation, 'info' | 'window'>;

/**
 * The last conversations, kept on this device while there is a line, to be read when there is none.
 * They are as old as they are: what happened since is asked for when the line is back.
 */
export class Offline {
  /** Whether this device keeps them; it is chosen for each device. */
  isOn = $state(remembered<boolean>('offline') !== false);
  #conversations: Conversations;
  #store: OfflineStore;
  /** What was kept last of each; nothing is known of what an earlier visit has kept. */
  #kept = new Map<string, Version | undefined>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #end: (() => void) | undefined;
  #welcome: Welcome | undefined;

  constructor(conversations: Conversations, store: OfflineStore) {
    this.#conversations = conversations;
    this.#store = store;
  }

  /** Keeps from now on what somebody reads. */
  async begin(welcome: Welcome): Promise<void> {
    this.#welcome = welcome;
    if (!this.isOn) return;
    try {
      await this.#store.keepSession(welcome);
      for (const key of await this.#store.keys())
        if (!this.#kept.has(key)) this.#kept.set(key, undefined);
    } catch {
      return; // where the browser keeps nothing, nothing can be read without a line
    }
    this.#end ??= $effect.root(() => {
      $effect(() => {
        for (const each of this.#conversations.all()) void [each.info, each.window, each.state];
        this.#timer ??= setTimeout(() => void this.#keep(), PAUSE);
      });
    });
  }

  /** What was kept, if somebody was here. */
  async load(): Promise<Kept | undefined> {
    return this.#store.load().catch(() => undefined);
  }

  async turn(isOn: boolean): Promise<void> {
    this.isOn = isOn;
    remember('offline', isOn ? null : false);
    if (!isOn) await this.forget();
    else if (this.#welcome) await this.begin(this.#welcome);
  }

  /** Leaves nothing on this device. */
  async forget(): Promise<void> {
    this.#end?.();
    this.#end = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#kept.clear();
    await this.#store.forget().catch(() => {});
  }

  async #keep(): Promise<void> {
    this.#timer = undefined;
    const last = this.#conversations.newest(CONVERSATIONS);
    const changed = last.filter((each) => isWhole(each) && !isSame(this.#kept.get(each.key), each));
    const keys = new Set(last.map((each) => each.key));
    const gone = [...this.#kept.keys()].filter((key) => !keys.has(key));
    for (const key of gone) this.#kept.delete(key);
    for (const { key, info, window } of changed) this.#kept.set(key, { info, window });
    if (changed.length + gone.length === 0) return;
    // A full disk: what is kept is older then.
    await this.#store.keep(changed.map(keptOf), gone).catch(() => {});
  }
}

// A window that ends before the present has a hole after it: nothing of it is kept.
function isWhole({ state, window }: Conversation): boolean {
  return state === 'ready' && !window.moreAfter;
}

function isSame(before: Version | undefined, now: Version): boolean {
  return before?.info === now.info && before.window === now.window;
}

function keptOf({ key, info, window }: Conversation): KeptConversation {
  const entries = window.entries.slice(-ENTRIES);
  const moreBefore = window.moreBefore || entries.length < window.entries.length;
  return { key, info, entries, moreBefore };
}
