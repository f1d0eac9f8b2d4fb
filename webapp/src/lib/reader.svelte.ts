import type { Connection } from './connection.svelte';
import type { Conversation } from './conversation.svelte';
import type { Status } from './protocol';

const IDLE = 5 * 60_000;
const PAUSE = 250;

/** The person before the screen: what they look at, have read, and whether they are there. */
export class Reader {
  isLooking = $state(document.visibilityState === 'visible' && document.hasFocus());
  isQuiet = $state(false);
  onread: (conversation: Conversation) => void = () => {};
  #connection: Connection;
  #marking = new Map<string, { conversation: Conversation; msgid: string }>();
  #idleTimer: ReturnType<typeof setTimeout> | undefined;
  #told: Status = 'connected';

  constructor(connection: Connection) {
    this.#connection = connection;
    const look = () => {
      this.isLooking = document.visibilityState === 'visible' && document.hasFocus();
      this.#isActive();
    };
    for (const name of ['focus', 'blur']) addEventListener(name, look);
    document.addEventListener('visibilitychange', look);
    for (const name of ['pointerdown', 'keydown']) {
      addEventListener(name, () => this.#isActive(), { passive: true, capture: true });
    }
    addEventListener('pagehide', () => [...this.#marking.keys()].forEach((key) => this.#mark(key)));
    this.#isActive();
  }

  get status(): Status {
    return this.isQuiet ? 'do_not_disturb' : this.#told;
  }

  setQuiet(isQuiet: boolean): void {
    this.isQuiet = isQuiet;
    this.#connection.tell('status', this.status);
  }

  /** Tells again on a new line what the server may not know. */
  announce(): void {
    if (this.status !== 'connected') this.#connection.tell('status', this.status);
  }

  /** Marks a conversation as read up to its end, soon, and once for many messages. */
  read(conversation: Conversation): void {
    const last = conversation.window.entries.at(-1);
    const { unread, mentions, read } = conversation.info;
    if (!last || conversation.window.moreAfter) return;
    if (unread === 0 && mentions === 0 && read === last.msgid) return;
    conversation.change({ unread: 0, mentions: 0, first_unread: null });
    this.onread(conversation);
    if (!this.#marking.has(conversation.key)) setTimeout(() => this.#mark(conversation.key), PAUSE);
    this.#marking.set(conversation.key, { conversation, msgid: last.msgid });
  }

  #mark(key: string): void {
    const due = this.#marking.get(key);
    if (!due) return;
    this.#marking.delete(key);
    const { conversation, msgid } = due;
    this.#connection
      .ask('read_up_to', msgid, conversation.place)
      .then(() => conversation.change({ read: msgid }))
      .catch(() => {
        // The next message or visit marks it.
      });
  }

  #isActive(): void {
    clearTimeout(this.#idleTimer);
    this.#tell('connected');
    this.#idleTimer = setTimeout(() => this.#tell('idle'), IDLE);
  }

  #tell(status: Status): void {
    if (this.#told === status) return;
    this.#told = status;
    if (!this.isQuiet) this.#connection.tell('status', status);
  }
}
