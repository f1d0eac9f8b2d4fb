import type { Connection } from './connection.svelte';
import { remember, remembered } from './local';
import type { Updates } from './updates.svelte';

/** Why a device is not told: the browser has no way, its owner forbids it, or nobody asked. */
export type PushState = 'unknown' | 'unable' | 'blocked' | 'off' | 'on';

/** Whether this device is told what happens while nobody looks. It ends with the login. */
export class Push {
  state = $state<PushState>('unknown');
  /** Whether it is told names and texts, too. */
  showsText = $state(remembered<boolean>('push-text') ?? false);
  #connection: Connection;
  #updates: Updates;

  constructor(connection: Connection, updates: Updates) {
    this.#connection = connection;
    this.#updates = updates;
  }

  /** Follows what is clicked on, and what the browser allows. */
  start(open: (path: string) => void): void {
    navigator.serviceWorker?.addEventListener('message', ({ data }: MessageEvent) => {
      const path = (data as { open?: unknown } | null)?.open;
      if (typeof path === 'string') open(path);
    });
    void this.#followPermission();
  }

  /** Finds out how it is; who is told goes on being told after another login. */
  async look(): Promise<void> {
    const manager = await this.#manager();
    const subscription = await manager?.getSubscription();
    if (!manager) this.state = 'unable';
    else if (Notification.permission === 'denied') this.state = 'blocked';
    else if (!subscription) this.state = 'off';
    else {
      await this.#tell(subscription);
      this.state = 'on';
    }
  }

  /** Asks the person, then the browser, then the server. Throws when one of the latter fails. */
  async turnOn(): Promise<void> {
    const answer = await Notification.requestPermission();
    const manager = await this.#manager();
    if (answer !== 'granted' || !manager) {
      this.state = answer === 'denied' ? 'blocked' : this.state;
      return;
    }
    const { push_key: key } = await this.#connection.ask('get_push_key', true);
    // One that was made for another key cannot be had again.
    await (await manager.getSubscription())?.unsubscribe();
    await this.#tell(await manager.subscribe({ userVisibleOnly: true, applicationServerKey: key }));
    this.state = 'on';
  }

  async turnOff(): Promise<void> {
    const subscription = await (await this.#manager())?.getSubscription();
    if (subscription) await this.#connection.ask('unsubscribe_push', subscription.endpoint);
    await this.forget();
  }

  async showText(isOn: boolean): Promise<void> {
    this.showsText = isOn;
    remember('push-text', isOn);
    const subscription = await (await this.#manager())?.getSubscription();
    if (subscription) await this.#tell(subscription);
  }

  /** Has the server send something at once. */
  async test(): Promise<void> {
    const subscription = await (await this.#manager())?.getSubscription();
    if (subscription) await this.#connection.ask('test_push', subscription.endpoint);
  }

  /** Leaves for the worker what it speaks. */
  speak(language: string): void {
    if (this.state !== 'on') return;
    void caches.open('notices').then((kept) => kept.put('/language', new Response(language)));
  }

  /** The person has left: the device is told nothing any more, whatever the server knows. */
  async forget(): Promise<void> {
    const subscription = await (await this.#manager())?.getSubscription();
    await subscription?.unsubscribe();
    remember('push-text', null);
    this.showsText = false;
    if (this.state === 'on') this.state = 'off';
  }

  async #manager(): Promise<PushManager | undefined> {
    const worker = await this.#updates.worker;
    if (!worker || !('pushManager' in worker) || !('Notification' in window)) return undefined;
    return (await navigator.serviceWorker.ready).pushManager;
  }

  async #tell(subscription: PushSubscription): Promise<void> {
    const { keys = {} } = subscription.toJSON();
    const { p256dh = '', auth = '' } = keys;
    const device = { p256dh, auth, shows_text: this.showsText };
    await this.#connection.ask('subscribe_push', subscription.endpoint, device);
  }

  async #followPermission(): Promise<void> {
    try {
      const permission = await navigator.permissions.query({ name: 'notifications' });
      permission.onchange = () => {
        if (this.#connection.state === 'open') void this.look();
      };
    } catch {
      // A browser that does not tell: it is asked at the next visit.
    }
  }
}
