import { SvelteMap } from 'svelte/reactivity';
import type { Connection } from './connection.svelte';
import { fold } from './place';
import type { People } from './people.svelte';
import type { Asks, Bond, Circle, FriendInfo, Privacy } from './protocol';

type Deed = keyof Pick<
  Asks,
  | 'befriend'
  | 'accept_friend'
  | 'refuse_friend'
  | 'withdraw_friend'
  | 'unfriend'
  | 'block'
  | 'unblock'
>;

const OPEN: Privacy = { write: 'everyone', add: 'everyone', see: 'everyone' };

/** My friends, the requests of both directions, whom I have blocked, and who may do what with me. */
export class Friends {
  privacy = $state.raw<Privacy>(OPEN);
  #all = new SvelteMap<string, FriendInfo>();
  #connection: Connection;
  #people: People;

  /** Those who are there first, then by their names. */
  readonly friends = $derived(this.#sorted('friends'));
  readonly online = $derived(this.friends.filter((each) => this.#isOnline(each)));
  readonly asking = $derived(this.#of('asks'));
  readonly asked = $derived(this.#of('asked'));
  readonly blocked = $derived([...this.#all.values()].filter((each) => each.blocked));

  constructor(connection: Connection, people: People) {
    this.#connection = connection;
    this.#people = people;
  }

  bondOf(user: string): Bond {
    return this.#all.get(fold(user))?.bond ?? 'none';
  }

  isBlocked(user: string | undefined): boolean {
    return user !== undefined && Boolean(this.#all.get(fold(user))?.blocked);
  }

  async load(): Promise<void> {
    const { friends, privacy } = await this.#connection.ask('friends', true);
    this.privacy = privacy;
    this.#all.clear();
    for (const each of friends) this.take(each);
  }

  /** The server says how somebody stands to me now. */
  take(info: FriendInfo): void {
    this.#people.learn(info.person);
    const key = fold(info.friend);
    if (info.bond === 'none' && !info.blocked) this.#all.delete(key);
    else this.#all.set(key, info);
  }

  /** Does something about somebody; what became of it comes as a frame. */
  async act(deed: Deed, user: string): Promise<Bond> {
    const { bond } = await this.#connection.ask(deed, user);
    return bond;
  }

  async setPrivacy(change: Partial<Record<keyof Privacy, Circle>>): Promise<void> {
    await this.#connection.ask('set_privacy', true, change);
    this.privacy = { ...this.privacy, ...change };
  }

  forget(): void {
    this.#all.clear();
    this.privacy = OPEN;
  }

  #of(bond: Bond): FriendInfo[] {
    return [...this.#all.values()].filter((each) => each.bond === bond && !each.blocked);
  }

  #sorted(bond: Bond): FriendInfo[] {
    return this.#of(bond).sort(
      (a, b) =>
        Number(this.#isOnline(b)) - Number(this.#isOnline(a)) ||
        this.#people.nameOf(a.friend).localeCompare(this.#people.nameOf(b.friend)),
    );
  }

  #isOnline({ friend }: FriendInfo): boolean {
    return this.#people.statusOf(friend) !== 'disconnected';
  }
}
