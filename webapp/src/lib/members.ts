import { fold } from './place';
import type { PersonInfo, Status } from './protocol';

/** Who is in a channel, sorted as people look for them. */
export interface MemberGroup {
  name: 'online' | 'offline';
  people: PersonInfo[];
}

const RANKS = ['founder', 'owner', 'admin', 'op', 'halfop', 'voice'];

/** Those who are there first; among them by rank, then by name. */
export function grouped(
  people: readonly PersonInfo[],
  statusOf: (user: string) => Status,
  nameOf: (user: string) => string,
): MemberGroup[] {
  const sorted = [...people].sort(
    (a, b) => rankOf(a) - rankOf(b) || fold(nameOf(a.user)).localeCompare(fold(nameOf(b.user))),
  );
  const isHere = (person: PersonInfo) => statusOf(person.user) !== 'disconnected';
  const groups: MemberGroup[] = [
    { name: 'online', people: sorted.filter(isHere) },
    { name: 'offline', people: sorted.filter((person) => !isHere(person)) },
  ];
  return groups.filter((group) => group.people.length > 0);
}

function rankOf(person: PersonInfo): number {
  const at = RANKS.indexOf(person.rank ?? '');
  return at < 0 ? RANKS.length : at;
}
