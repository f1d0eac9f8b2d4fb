import { createContext } from 'svelte';
import { Activity } from './activity.svelte';
import { Alerts } from './alerts.svelte';
import { Connection, Refused } from './connection.svelte';
import type { Conversation } from './conversation.svelte';
import { Conversations } from './conversations.svelte';
import { Drafts } from './drafts.svelte';
import { Events } from './events';
import { Friends } from './friends.svelte';
import { addressOf } from './groups';
import { language, type LanguageCode } from './i18n/language.svelte';
import { remember, remembered } from './local';
import { messageOf } from './message';
import { Offline } from './offline.svelte';
import { OfflineStore } from './offline-store';
import { Outbox } from './outbox.svelte';
import { OutboxStore } from './outbox-store';
import { Panels } from './panels.svelte';
import { People } from './people.svelte';
import { isSame } from './place';
import type { ConversationInfo, KnownCommand, Place, Welcome } from './protocol';
import { Push } from './push.svelte';
import { Reader } from './reader.svelte';
import { Requests } from './requests.svelte';
import { pathOf } from './route';
import { Router } from './router.svelte';
import { Session } from './session.svelte';
import { Settings } from './settings.svelte';
import { Toasts } from './toasts.svelte';
import { Updates } from './updates.svelte';

/** Milliseconds after which what was kept is shown, until the server answers. */
const PATIENCE = 3_000;

/** Everything that the app knows, put together by hand; components get it as their context. */
export class Client {
  readonly connection = new Connection(address());
  readonly session = new Session();
  readonly settings = new Settings(this.connection);
  readonly drafts = new Drafts(this.settings);
  readonly people = new People();
  readonly friends = new Friends(this.connection, this.people);
  readonly conversations = new Conversations(this.connection);
  readonly requests = new Requests(this.connection);
  readonly activity = new Activity(this.connection);
  readonly reader = new Reader(this.connection);
  readonly router = new Router();
  readonly toasts = new Toasts();
  readonly panels = new Panels();
  readonly offline = new Offline(this.conversations, new OfflineStore());
  readonly updates = new Updates();
  readonly push = new Push(this.connection, this.updates);
  readonly alerts = new Alerts(this);
  readonly outbox: Outbox;
  commands = $state.raw<readonly KnownCommand[]>([]);
  closed = $state<string>();
  isReady = $state(false);

  /** The conversation that is on the screen. */
  readonly active: Conversation | undefined = $derived(
    this.router.route.page === 'conversation'
      ? this.conversations.at(this.router.route.place)
      : undefined,
  );

  #events = new Events(this);

  constructor() {
    this.outbox = new Outbox(this.connection, new OutboxStore(), (pending, stored) => {
      const conversation = this.conversations.get(pending.key);
      if (conversation?.info.request) conversation.change({ request: false });
      const said = { user: this.session.user ?? '', id: pending.id, ...stored };
      const reply = pending.replyTo ? { reply_to: pending.replyTo } : {};
      const frame =
        'channel' in pending.place
          ? { ...pending.place, channel_message: pending.text, ...said, ...reply }
          : { ...pending.place, private_message: pending.text, ...said, ...reply };
      const known = conversation?.message(stored.msgid);
      if (conversation && !known) conversation.add(this.named(messageOf(frame)));
    });
    this.reader.onread = (conversation) => void this.alerts.clear(conversation);
    this.connection.onwelcome = (welcome) => void this.#welcomed(welcome);
    this.connection.onlost = () => void this.#readKept();
    this.connection.onevent = (event) => this.#events.apply(event);
  }

  get me(): string | null {
    return this.session.user;
  }

  isMe(user: string | null | undefined): boolean {
    return isSame(user, this.me);
  }

  /** A message of mine with the name that I am shown by. */
  named<T extends { user: string; name: string }>(message: T): T {
    return { ...message, name: this.people.nameOf(message.user) };
  }

  start(): void {
    this.router.start();
    this.connection.open();
    setTimeout(() => void this.#readKept(), PATIENCE);
    this.updates.start();
    this.push.start((path) => this.router.go(path));
  }

  /** Goes on after logging in: the new cookie counts for new connections only. */
  enter(): void {
    this.connection.close();
    this.session.state = 'unknown';
    this.connection.open();
  }

  async logOut(): Promise<void> {
    await this.session.logOut();
    this.connection.close();
    this.#forget();
    this.router.go('/login');
  }

  /** Where a search begins: in a private conversation, there. */
  get searchHere(): { place?: Place } {
    return this.active && !this.active.isChannel ? { place: this.active.place } : {};
  }

  /** What people call a conversation, with the sign of its kind. */
  addressOf(conversation: Conversation): string {
    return addressOf(this, conversation);
  }

  /** Opens a conversation, and its page. */
  show(place: Place, msgid?: string): void {
    this.router.go(pathOf(place, msgid));
  }

  /** Where the reader was last, or the first thing there is to read. */
  get home(): string {
    const last = remembered<Place>('last');
    const known = last && this.conversations.at(last);
    const first = this.session.server?.first_channel;
    const begin =
      known ??
      (first ? this.conversations.at({ channel: first }) : undefined) ??
      this.conversations.inOrder[0];
    return begin ? pathOf(begin.place) : '/';
  }

  rememberPlace(conversation: Conversation): void {
    remember('last', conversation.place);
  }

  async join(channel: string, key?: string): Promise<Conversation> {
    const answer = await this.connection.ask('join', channel, key ? { key } : {});
    return this.conversations.put(answer.conversation);
  }

  /** Asks again who is in a channel and what rank everybody has, and what its modes are. */
  async refresh(conversation: Conversation): Promise<void> {
    await this.attempt(async () => {
      const { conversations } = await this.connection.ask('conversations', true);
      const mine = conversations.find((info) => isSame(info.channel, conversation.name));
      if (mine) {
        const { rank, modes, private: isPrivate, on_request } = mine;
        conversation.change({ rank, modes, private: isPrivate, on_request });
      }
      await this.requests.load();
      await this.loadPeople(conversation);
    });
  }

  /** Who belongs to a channel, with what is to be known of each. */
  async loadPeople(conversation: Conversation): Promise<void> {
    await conversation.loadPeople();
    for (const person of conversation.people) this.people.learn(person);
  }

  /** Has the server speak the language of the page, which need not be the browser's. */
  speak(code: LanguageCode): void {
    this.connection.tell('set_language', code);
    this.commands = [];
  }

  async loadCommands(): Promise<void> {
    if (this.commands.length > 0) return;
    const { known } = await this.connection.ask('commands', true);
    this.commands = known;
  }

  /** Does something that may be refused; the refusal is shown, and nothing is thrown. */
  async attempt(deed: () => Promise<unknown>): Promise<boolean> {
    try {
      await deed();
      return true;
    } catch (why) {
      if (!(why instanceof Refused)) throw why;
      this.toasts.error(this.explain(why));
      return false;
    }
  }

  /** What to tell people when something was refused or could not be asked. */
  explain(why: unknown): string {
    const message = why instanceof Refused ? why.message : '';
    const isUnheard = why instanceof Refused && (why.isCut || why.code === 'unreachable');
    return isUnheard ? language.text.serverUnreachable : language.text.failed(message);
  }

  async #welcomed(welcome: Welcome): Promise<void> {
    this.session.take(welcome);
    this.closed = undefined;
    this.speak(language.code);
    this.updates.check();
    if (!welcome.user) return this.#turnedAway();
    this.people.learn({ user: welcome.user, account: welcome.account, status: 'connected' });
    try {
      await this.#catchUp();
      if (this.session.isNew) await this.#joinFirst(welcome.first_channel);
      this.isReady = true;
      await this.offline.begin(welcome);
      void this.push.look();
      await this.outbox.load(welcome.account ?? welcome.user);
    } catch (why) {
      // Cut again: the next welcome starts over.
      if (!(why instanceof Refused && why.isCut)) throw why;
    }
  }

  // Nobody is logged in here: nothing that somebody has read stays on this device.
  #turnedAway(): void {
    this.connection.close();
    this.#forget();
  }

  /** Without a line, what an earlier visit kept is shown, until there is one. */
  async #readKept(): Promise<void> {
    if (this.session.state !== 'unknown') return;
    const kept = await this.offline.load();
    if (!kept || this.session.state !== 'unknown') return;
    const { welcome, conversations } = kept;
    for (const { info, entries, moreBefore } of conversations) {
      this.conversations.put(info).restore(entries, moreBefore);
      this.#learn(info);
    }
    this.session.take(welcome);
    this.isReady = true;
    await this.outbox.load(welcome.account ?? welcome.user ?? '');
  }

  /** Gets what was missed, and everything that is only known whole. */
  async #catchUp(): Promise<void> {
    const seen = this.conversations.all().filter((each) => each.state === 'ready');
    if (seen.length > 0) {
      const marks = Object.fromEntries(seen.map((each) => [each.key, each.lastSeq]));
      const { gaps = [] } = await this.connection.ask('resume', marks);
      for (const key of gaps) this.conversations.get(key)?.reset();
    }
    const [{ conversations }, { settings }] = await Promise.all([
      this.connection.ask('conversations', true),
      this.connection.ask('get_settings', true),
      this.requests.load(),
    ]);
    this.settings.take(settings);
    this.drafts.meet(settings);
    this.conversations.replace(conversations);
    for (const info of conversations) this.#learn(info);
    await this.friends.load();
    await this.activity.load();
    this.reader.announce();
  }

  async #joinFirst(channel: string | null): Promise<void> {
    if (channel && !this.conversations.at({ channel })) await this.join(channel);
  }

  #learn({
    other_user,
    display_name,
    status,
    account,
    people = [],
  }: {
    other_user?: string;
    display_name?: string;
    status?: 'connected' | 'idle' | 'do_not_disturb' | 'disconnected';
    account?: string | null;
    people?: ConversationInfo['people'];
  }): void {
    for (const person of people) this.people.learn(person);
    if (other_user) this.people.learn({ user: other_user, display_name, status, account });
  }

  #forget(): void {
    this.isReady = false;
    this.conversations.clear();
    this.people.forget();
    this.requests.forget();
    this.friends.forget();
    this.activity.forget();
    this.outbox.clear();
    this.drafts.forget();
    this.settings.forget();
    this.panels.search = undefined;
    this.panels.isSearchOpen = false;
    remember('last', null);
    void this.offline.forget();
    void this.push.forget();
  }
}

export const [client, provideClient] = createContext<Client>();

function address(): string {
  return `${location.protocol === 'http:' ? 'ws' : 'wss'}://${location.host}/ws`;
}
