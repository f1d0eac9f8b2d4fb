import { SvelteMap } from 'svelte/reactivity';
import { attention, isSilent } from './attention';
import type { Connection } from './connection.svelte';
import { Conversation } from './conversation.svelte';
import { keyOf } from './place';
import type { ConversationInfo, Place } from './protocol';

/** A part of the list of conversations, under its own heading. */
export interface Group {
  name: 'requests' | 'mentions' | 'unread' | 'channels' | 'private';
  conversations: Conversation[];
}

/** My conversations, and the order in which the list shows them. */
export class Conversations {
  #all = new SvelteMap<string, Conversation>();
  #connection: Connection;

  readonly isEmpty = $derived(this.#all.size === 0);
  readonly unread = $derived(
    [...this.#all.values()].filter((each) => each.info.unread > 0 && !isSilent(each)),
  );
  readonly mentions = $derived(
    [...this.#all.values()].reduce((sum, each) => sum + attention(each), 0),
  );
  readonly groups: Group[] = $derived(groupsOf([...this.#all.values()]));
  /** All of them, in the order of the list. */
  readonly inOrder = $derived(this.groups.flatMap((group) => group.conversations));

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get(key: string): Conversation | undefined {
    return this.#all.get(key);
  }

  at(place: Place): Conversation | undefined {
    return this.#all.get(keyOf(place));
  }

  all(): Conversation[] {
    return [...this.#all.values()];
  }

  /** So many of them, those in which something was said last first. */
  newest(count: number): Conversation[] {
    return this.all()
      .sort((a, b) => lastTime(b) - lastTime(a))
      .slice(0, count);
  }

  /** Adds a conversation or brings the head of a known one up to date. */
  put(info: ConversationInfo): Conversation {
    const place = info.channel ? { channel: info.channel } : { other_user: info.other_user ?? '' };
    const known = this.at(place);
    if (known) {
      known.info = info;
      return known;
    }
    const added = new Conversation(place, info, this.#connection);
    this.#all.set(added.key, added);
    return added;
  }

  /** The private conversation with somebody, also when nothing was said yet. */
  withPerson(other: string): Conversation {
    return this.at({ other_user: other }) ?? this.put(emptyInfo({ other_user: other }));
  }

  /** The list as the server knows it: what is not in it any more has gone. */
  replace(infos: readonly ConversationInfo[]): void {
    const there = new Set(infos.map((info) => this.put(info).key));
    for (const [key, each] of this.#all) {
      if (each.isChannel && !there.has(key)) this.#all.delete(key);
    }
  }

  remove(key: string): void {
    this.#all.delete(key);
  }

  clear(): void {
    this.#all.clear();
  }

  /** The one before or after a conversation in the list, or the next with something unread. */
  neighbour(
    from: Conversation | undefined,
    step: 1 | -1,
    onlyUnread: boolean,
  ): Conversation | undefined {
    const list = this.inOrder.filter(
      (each) => !onlyUnread || each === from || each.info.unread > 0,
    );
    if (list.length === 0) return undefined;
    const at = from ? list.indexOf(from) : -1;
    const next = list[(at + step + list.length) % list.length];
    return next === from ? undefined : next;
  }
}

export function emptyInfo(place: Place): ConversationInfo {
  return { ...place, unread: 0, mentions: 0, read: null, first_unread: null, seq: 0, last: null };
}

/** A channel that has a name. */
function isRoom({ isChannel, isGroup }: Conversation): boolean {
  return isChannel && !isGroup;
}

function groupsOf(all: Conversation[]): Group[] {
  const byName = [...all].sort((a, b) => a.name.localeCompare(b.name));
  const byTime = [...all].sort((a, b) => lastTime(b) - lastTime(a) || a.name.localeCompare(b.name));
  const mentioned = byTime.filter((each) => isRoom(each) && attention(each) > 0);
  const unread = byTime.filter((each) => isRoom(each) && isOnlyUnread(each));
  const channels = byName.filter(
    (each) => isRoom(each) && attention(each) === 0 && !isOnlyUnread(each),
  );
  const people = byTime.filter((each) => !isRoom(each) && !each.info.request);
  const requests = byTime.filter((each) => each.info.request);
  const groups: Group[] = [
    { name: 'mentions', conversations: mentioned },
    { name: 'unread', conversations: unread },
    { name: 'channels', conversations: channels },
    { name: 'private', conversations: people },
    { name: 'requests', conversations: requests },
  ];
  return groups.filter((group) => group.conversations.length > 0);
}

/** Something is new that deserves no number, and is not unwanted. */
function isOnlyUnread(conversation: Conversation): boolean {
  const { unread } = conversation.info;
  return unread > 0 && attention(conversation) === 0 && !isSilent(conversation);
}

function lastTime(conversation: Conversation): number {
  return Date.parse(conversation.info.last?.time ?? '') || 0;
}
