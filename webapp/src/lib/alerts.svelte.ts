import { attention, isWanted } from './attention';
import { chime } from './chime';
import type { Conversation } from './conversation.svelte';
import { language } from './i18n/language.svelte';
import { remember, remembered } from './local';
import type { Message } from './message';
import type { People } from './people.svelte';
import type { Push } from './push.svelte';
import type { Reader } from './reader.svelte';
import { pathOf } from './route';
import type { Settings } from './settings.svelte';
import type { Updates } from './updates.svelte';

/** Milliseconds for which a message may be read elsewhere before the desktop is told of it. */
const PATIENCE = 1_000;

interface Parts {
  addressOf(conversation: Conversation): string;
  people: People;
  push: Push;
  reader: Reader;
  settings: Settings;
  updates: Updates;
}

/** What an open page does for a message that is not looked at: a sound, and a notification. */
export class Alerts {
  /** Whether this browser shows notifications while the page is open and not looked at. */
  isOnDesktop = $state(remembered<boolean>('desktop') ?? false);
  #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get mayShow(): boolean {
    return 'Notification' in window && Notification.permission === 'granted';
  }

  /** Something new was said where nobody looks. */
  said(conversation: Conversation, message: Message): void {
    const { reader, settings } = this.#parts;
    if (reader.isQuiet || !isWanted(conversation, message)) return;
    if (settings.hasSound) chime();
    if (!reader.isLooking) setTimeout(() => void this.#show(conversation, message), PATIENCE);
  }

  /** What was read needs no notification any more. */
  async clear(conversation: Conversation): Promise<void> {
    const worker = await this.#parts.updates.worker;
    const shown = await worker?.getNotifications({ tag: pathOf(conversation.place) });
    for (const each of shown ?? []) each.close();
  }

  /** Asks the person, and the browser. */
  async turn(isOn: boolean): Promise<void> {
    const isGranted = isOn && (await Notification.requestPermission()) === 'granted';
    this.isOnDesktop = isGranted;
    remember('desktop', isGranted);
  }

  // A device that is told by push would say it twice.
  async #show(conversation: Conversation, message: Message): Promise<void> {
    const { people, push, reader, updates } = this.#parts;
    const isRead = attention(conversation) === 0 || reader.isLooking;
    if (isRead || !this.isOnDesktop || !this.mayShow || push.state === 'on') return;
    const path = pathOf(conversation.place);
    const who = people.nameOf(message.user);
    const worker = await updates.worker;
    await worker?.showNotification(
      conversation.isChannel ? `${who} · ${this.#parts.addressOf(conversation)}` : who,
      {
        body: push.showsText ? message.text : language.text.newMessage,
        tag: path,
        icon: '/icon-192.png',
        data: { path },
      },
    );
  }
}
