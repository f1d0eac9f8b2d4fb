import type { Client } from './client.svelte';
import { plain, score } from './fuzzy';
import { fold } from './place';
import type { Place } from './protocol';

/** Somewhere to go: a conversation of mine, or a person to begin one with. */
export interface Destination {
  key: string;
  place: Place;
  name: string;
  detail: string;
}

/** Where what is typed may lead, best first; recent conversations first when nothing is typed. */
export function destinations(
  app: Client,
  typed: string,
  people: readonly { user: string; display_name?: string }[],
): Destination[] {
  const byTime = [...app.conversations.all()].sort((a, b) => recent(b) - recent(a));
  const known = byTime.map((each): Destination => {
    const name = each.isChannel ? each.name : app.people.nameOf(each.name);
    const detail = each.isChannel ? (each.info.topic ?? '') : each.name;
    return { key: each.key, place: each.place, name, detail };
  });
  const there = new Set(known.map((each) => each.key));
  const others = people
    .filter((person) => !app.isMe(person.user) && !there.has('@' + fold(person.user)))
    .map(({ user, display_name }): Destination => ({
      key: '@' + fold(user),
      place: { other_user: user },
      name: display_name || user,
      detail: user,
    }));
  return best(typed, [...known, ...others]).slice(0, 12);
}

/** Those whose name fits, and after them those where only the rest does. */
export function best(typed: string, all: readonly Destination[]): Destination[] {
  const needle = typed.replace(/^[#@]/, '');
  return all
    .map((each) => ({ each, points: points(needle, each) }))
    .filter(({ points }) => points !== undefined)
    .sort((a, b) => b.points! - a.points!)
    .map(({ each }) => each);
}

function points(needle: string, each: Destination): number | undefined {
  const byName = score(needle, each.name.replace(/^#/, ''));
  if (byName !== undefined) return byName;
  return plain(each.detail).includes(plain(needle)) ? -1000 : undefined;
}

function recent(conversation: { info: { last: { time: string } | null } }): number {
  return conversation.info.last ? Date.parse(conversation.info.last.time) : 0;
}
