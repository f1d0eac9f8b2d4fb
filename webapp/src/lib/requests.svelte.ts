import { SvelteMap } from 'svelte/reactivity';
import type { Connection } from './connection.svelte';
import { fold } from './place';
import type { JoinRequest, OwnRequest, ServerFrames } from './protocol';

/** Who asks to come into channels: those whom I may answer, and myself. */
export class Requests {
  /** Those whom I may answer, the first first. */
  waiting = $state.raw<readonly JoinRequest[]>([]);
  #own = new SvelteMap<string, OwnRequest>();
  #connection: Connection;

  /** Where I wait for an answer. */
  readonly sent = $derived([...this.#own.values()].filter((each) => !each.until));

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Those who ask to come into a channel. */
  of(channel: string): JoinRequest[] {
    return this.waiting.filter((each) => fold(each.channel) === fold(channel));
  }

  /** What became of my asking to come into a channel, as long as that is of importance. */
  own(channel: string): OwnRequest | undefined {
    const own = this.#own.get(fold(channel));
    return own?.until && Date.parse(own.until) <= Date.now() ? undefined : own;
  }

  async load(): Promise<void> {
    const [waiting, own] = await Promise.all([
      this.#connection.ask('join_requests', ''),
      this.#connection.ask('own_requests', true),
    ]);
    this.waiting = waiting.requests;
    this.#own.clear();
    for (const each of own.requests) this.#own.set(fold(each.channel), each);
  }

  /** Asks to come in; true when I have to wait for an answer. */
  async ask(channel: string, message: string): Promise<boolean> {
    const { waiting } = await this.#connection.ask('ask_to_join', channel, { message });
    if (waiting) this.#sent({ channel, message, time: new Date().toISOString() });
    return waiting;
  }

  async withdraw(channel: string): Promise<void> {
    await this.#connection.ask('withdraw', channel);
    this.#own.delete(fold(channel));
  }

  async accept({ user, channel }: JoinRequest): Promise<void> {
    await this.#connection.ask('accept', user, { channel });
    this.#drop(user, channel);
  }

  async reject(
    { user, channel }: JoinRequest,
    more: { duration: string; reason: string },
  ): Promise<void> {
    await this.#connection.ask('reject', user, { channel, ...more });
    this.#drop(user, channel);
  }

  asked({ asked_to_join: user, ...rest }: ServerFrames['asked_to_join'], isMe: boolean): void {
    if (isMe) return this.#sent(rest);
    this.#drop(user, rest.channel);
    this.waiting = [...this.waiting, { ...rest, user }];
  }

  withdrawn(user: string, channel: string, isMe: boolean): void {
    if (isMe) this.#own.delete(fold(channel));
    this.#drop(user, channel);
  }

  answered(frame: ServerFrames['request_answered'], isMe: boolean): void {
    const { request_answered: user, channel, until, reason } = frame;
    this.#drop(user, channel);
    if (!isMe) return;
    if (until) this.#own.set(fold(channel), { ...frame, message: '', until, reason });
    else this.#own.delete(fold(channel));
  }

  forget(): void {
    this.waiting = [];
    this.#own.clear();
  }

  #sent({ channel, message, time }: { channel: string; message: string; time: string }): void {
    this.#own.set(fold(channel), { channel, message, time, until: null, reason: '' });
  }

  #drop(user: string, channel: string): void {
    this.waiting = this.waiting.filter(
      (each) => fold(each.channel) !== fold(channel) || fold(each.user) !== fold(user),
    );
  }
}
