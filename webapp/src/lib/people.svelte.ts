import { SvelteMap } from 'svelte/reactivity';
import { fold } from './place';
import type { CustomStatus, PersonInfo, Status } from './protocol';

// After more than that browsers ring at once.
const LONGEST_TIMER = 2 ** 31 - 1;

function isOver(says: CustomStatus): boolean {
  return says.until !== null && Date.parse(says.until) <= Date.now();
}

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

  /** What somebody says that they are doing, until it is over; empty for nothing. */
  saysOf(user: string): string {
    const says = this.of(user)?.custom_status;
    return says && !isOver(says) ? says.text : '';
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
    if (person.custom_status?.until) this.#endInTime(person.user, person.custom_status);
  }

  #endInTime(user: string, says: CustomStatus): void {
    const left = Date.parse(says.until!) - Date.now();
    if (left > LONGEST_TIMER) return;
    setTimeout(() => {
      if (this.of(user)?.custom_status === says) this.learn({ user, custom_status: null });
    }, left);
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
