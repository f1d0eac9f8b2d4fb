import { SvelteMap } from 'svelte/reactivity';
import { fold } from './place';
import type { PersonInfo, Status } from './protocol';

/** What is known of everybody whom this page has seen: names, and whether they are there. */
export class People {
  #people = new SvelteMap<string, PersonInfo>();

  of(user: string): PersonInfo | undefined {
    return this.#people.get(fold(user));
  }

  nameOf(user: string): string {
    return this.of(user)?.display_name || user;
  }

  statusOf(user: string): Status {
    return this.of(user)?.status ?? 'disconnected';
  }

  all(): PersonInfo[] {
    return [...this.#people.values()];
  }

  /** Learns something of somebody; what is not said stays as it was. */
  learn(person: Partial<PersonInfo> & { user: string }): void {
    const key = fold(person.user);
    const known = this.#people.get(key);
    const said = Object.fromEntries(
      Object.entries(person).filter(([name, value]) => value !== undefined && name !== 'rank'),
    );
    this.#people.set(key, { ...known, ...said, user: person.user });
  }

  setStatus(user: string, status: Status): void {
    this.learn({ user, status });
  }

  rename(from: string, to: string): void {
    const known = this.#people.get(fold(from));
    this.#people.delete(fold(from));
    // Who has no other name is called by the new one.
    const isCalledSo = !known?.display_name || known.display_name === from;
    this.learn({ ...known, user: to, ...(isCalledSo && { display_name: to }) });
  }

  forget(): void {
    this.#people.clear();
  }
}
