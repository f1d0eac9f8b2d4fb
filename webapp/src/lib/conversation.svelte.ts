import { SvelteMap } from 'svelte/reactivity';
import { Refused, type Connection } from './connection.svelte';
import { isGroupName } from './groups';
import { entryOf, withReaction, type Entry, type Message } from './message';
import { fold, isSame, keyOf, nameOf } from './place';
import { Pins } from './pins.svelte';
import type { ConversationInfo, PersonInfo, Place } from './protocol';
import { EMPTY, withChanged, withNew, withNewer, withOlder, type HistoryWindow } from './window';

/** Somebody is typing for so long after they said it last. */
const TYPING = 6_000;
const PAGE = 50;

/** What a command answered, for its sender only. */
export interface CommandAnswer {
  id: number;
  command: string;
  lines: readonly string[];
}

/** One conversation as this page knows it: its head, a window over its history, and who is in it. */
export class Conversation {
  readonly key: string;
  readonly place: Place;
  info = $state.raw<ConversationInfo>()!;
  window = $state.raw<HistoryWindow>(EMPTY);
  state = $state<'new' | 'loading' | 'ready' | 'failed'>('new');
  /** The divider of the unread stands before this message until the conversation is left. */
  unreadFrom = $state<string | null>(null);
  /** What came while the reader was reading above. */
  newBelow = $state(0);
  people = $state.raw<readonly PersonInfo[]>([]);
  /** How many belong to it, as far as is known. */
  readonly memberCount = $derived(this.people.length || (this.info?.members ?? 0));
  answers = $state.raw<readonly CommandAnswer[]>([]);
  replyingTo = $state.raw<Message>();
  editing = $state.raw<Message>();
  /** Whether its reader is at the end, and is to see there what comes. */
  isFollowing = true;
  /** Set by the view: notes where the reader is, who may have scrolled a moment ago. */
  look: (() => void) | undefined;

  readonly typing = new SvelteMap<string, ReturnType<typeof setTimeout>>();
  readonly name: string;
  readonly pins: Pins;
  readonly isChannel: boolean;
  /** A channel whose name nobody chose: it is listed and shown like people. */
  readonly isGroup: boolean;
  lastSeq = 0;

  #connection: Connection;
  #loading = $state.raw<Promise<void>>();
  /** What came while a page was on its way, which may not have it yet. */
  #arrived: Entry[] = [];

  constructor(place: Place, info: ConversationInfo, connection: Connection) {
    this.place = place;
    this.key = keyOf(place);
    this.name = nameOf(place);
    this.isChannel = 'channel' in place;
    this.isGroup = 'channel' in place && isGroupName(place.channel);
    this.info = info;
    this.lastSeq = info.seq;
    this.#connection = connection;
    this.pins = new Pins(place, connection);
  }

  /** Whether I may do what only operators may. */
  get isOp(): boolean {
    return ['owner', 'founder', 'admin', 'op', 'halfop'].includes(this.info.rank ?? '');
  }

  /** Whether I may pin messages here, and take them down. */
  get mayPin(): boolean {
    return !this.isChannel || this.isGroup || this.isOp;
  }

  /** Whether a piece of the history is on its way. */
  get isLoading(): boolean {
    return this.state === 'loading' || this.#loading !== undefined;
  }

  change(some: Partial<ConversationInfo>): void {
    this.info = { ...this.info, ...some };
  }

  message(msgid: string): Message | undefined {
    const entry = this.window.entries.find((each) => each.msgid === msgid);
    return entry?.type === 'message' ? entry : undefined;
  }

  /** Loads the window around a message. */
  openAround(msgid: string): Promise<void> {
    return this.#replace('around', { msgid });
  }

  /** Loads the window where the reader begins: at the first unread, or at the end. */
  async open(): Promise<void> {
    if (this.state === 'ready') return;
    const isUnread = this.info.unread > 0 && this.info.first_unread;
    this.unreadFrom = isUnread ? this.info.first_unread : null;
    await this.#replace(isUnread ? 'unread' : 'latest');
  }

  /** The first message that was said at a time or later, if there is one. */
  async firstSince(time: number): Promise<{ msgid: string; time: number } | undefined> {
    const before = new Date(time - 1).toISOString();
    const asked = { ...this.place, time: before, limit: 1, events: false };
    const { messages } = await this.#connection.ask('history', 'after', asked);
    return messages[0] && entryOf(messages[0]);
  }

  /** Goes to the present. */
  async toPresent(): Promise<void> {
    if (this.window.moreAfter || this.state !== 'ready') await this.#replace('latest');
    this.newBelow = 0;
  }

  /** Shows what an earlier visit had read. */
  restore(entries: readonly Entry[], moreBefore: boolean): void {
    this.window = { entries, moreBefore, moreAfter: false };
    for (const { seq } of entries) this.reach(seq);
    this.state = 'ready';
  }

  /** What is shown is no longer whole: it is fetched anew when it is looked at. */
  reset(): void {
    this.window = EMPTY;
    this.state = 'new';
  }

  loadOlder(): Promise<void> {
    return this.#extend('before');
  }

  loadNewer(): Promise<void> {
    return this.#extend('after');
  }

  /** Puts in what happens now; `true` when it was not known. */
  add(entry: Entry): boolean {
    const isNew = entry.seq > this.lastSeq;
    this.look?.();
    this.lastSeq = Math.max(this.lastSeq, entry.seq);
    if (this.state === 'ready') this.window = withNew(this.window, entry, this.isFollowing);
    else this.#arrived.push(entry);
    return isNew;
  }

  /** Marks how far the conversation has come, so that a resumption begins there. */
  reach(seq: number | undefined): void {
    if (seq) this.lastSeq = Math.max(this.lastSeq, seq);
  }

  changeMessage(msgid: string, change: (message: Message) => Message): void {
    this.window = withChanged(this.window, msgid, (entry) =>
      entry.type === 'message' ? change(entry) : entry,
    );
    this.pins.change(msgid, change);
    if (this.info.last?.msgid === msgid) this.#changeLast(change);
  }

  react(msgid: string, emoji: string, user: string, isThere: boolean): void {
    this.changeMessage(msgid, (message) => withReaction(message, emoji, user, isThere));
  }

  isTyping(user: string, isTyping: boolean): void {
    clearTimeout(this.typing.get(user));
    if (isTyping) {
      this.typing.set(
        user,
        setTimeout(() => this.typing.delete(user), TYPING),
      );
    } else {
      this.typing.delete(user);
    }
  }

  async loadPeople(): Promise<void> {
    if (!('channel' in this.place)) return;
    const { people } = await this.#connection.ask('members', this.place.channel);
    this.people = people;
  }

  addPerson(person: PersonInfo): void {
    this.removePerson(person.user);
    this.people = [...this.people, person];
  }

  removePerson(user: string): void {
    this.people = this.people.filter((each) => !isSame(each.user, user));
  }

  renamePerson(from: string, to: string): void {
    this.people = this.people.map((each) =>
      isSame(each.user, from) ? { ...each, user: to } : each,
    );
  }

  has(user: string): boolean {
    const folded = fold(user);
    return this.people.some((each) => fold(each.user) === folded);
  }

  answer(command: string, lines: readonly string[]): void {
    this.answers = [...this.answers.slice(-4), { id: Date.now(), command, lines }];
  }

  closeAnswer(id: number): void {
    this.answers = this.answers.filter((each) => each.id !== id);
  }

  async #replace(
    where: 'latest' | 'unread' | 'around',
    more: { msgid?: string } = {},
  ): Promise<void> {
    this.state = 'loading';
    this.#arrived = [];
    try {
      const page = await this.#page(where, more);
      this.window = this.#arrived.reduce((window, entry) => withNew(window, entry, true), page);
      this.isFollowing = !page.moreAfter && where !== 'around';
      this.state = 'ready';
    } catch (why) {
      // What was cut off is asked for again when the line is back.
      this.state = why instanceof Refused && why.isCut ? 'new' : 'failed';
    }
  }

  #extend(where: 'before' | 'after'): Promise<void> {
    const { entries, moreBefore, moreAfter } = this.window;
    const end = where === 'before' ? entries[0] : entries.at(-1);
    if (!end || !(where === 'before' ? moreBefore : moreAfter)) return Promise.resolve();
    this.#loading ??= this.#load(where, end.msgid);
    return this.#loading;
  }

  async #load(where: 'before' | 'after', msgid: string): Promise<void> {
    try {
      const page = await this.#page(where, { msgid });
      this.window = (where === 'before' ? withOlder : withNewer)(this.window, page);
    } catch {
      // It is asked for again when the reader scrolls on, or the line is back.
    } finally {
      // In the same turn: who sees the new rows may want more at once.
      this.#loading = undefined;
    }
  }

  async #page(
    where: 'latest' | 'before' | 'after' | 'around' | 'unread',
    more: { msgid?: string },
  ): Promise<HistoryWindow> {
    const asked = { ...this.place, ...more, limit: PAGE, events: true };
    const answer = await this.#connection.ask('history', where, asked);
    const entries = answer.messages.map(entryOf).filter((entry) => entry !== undefined);
    for (const entry of entries) this.reach(entry.seq);
    return { entries, moreBefore: answer.more_before, moreAfter: answer.more_after };
  }

  #changeLast(change: (message: Message) => Message): void {
    const last = entryOf(this.info.last!);
    if (last?.type !== 'message') return;
    const { text, deleted } = change(last);
    this.change({ last: { ...this.info.last!, deleted, ...textOf(this.info.last!, text) } });
  }
}

function textOf(frame: object, text: string): object {
  return 'channel_message' in frame ? { channel_message: text } : { private_message: text };
}
