import type { Client } from './client.svelte';
import type { Conversation } from './conversation.svelte';
import { plain, score } from './fuzzy';
import { othersIn, titleOf } from './groups';
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
    const { key, place, isChannel, isGroup, info } = each;
    if (isGroup) return { key, place, name: titleOf(app, each), detail: namesIn(app, each) };
    const name = isChannel ? each.name : app.people.nameOf(each.name);
    return { key, place, name, detail: isChannel ? (info.topic ?? '') : each.name };
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

function namesIn(app: Client, group: Conversation): string {
  const names = othersIn(app, group).map((user) => app.people.nameOf(user));
  return group.info.topic ? names.join(', ') : '';
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
