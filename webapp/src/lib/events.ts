import type { Client } from './client.svelte';
import type { Conversation } from './conversation.svelte';
import { emptyInfo } from './conversations.svelte';
import { without, withPerson } from './groups';
import { language } from './i18n/language.svelte';
import { entryOf, messageOf, withText } from './message';
import { placeOf } from './place';
import {
  never,
  type ChannelMessage,
  type ConversationInfo,
  type FriendInfo,
  type InPlace,
  type PrivateMessage,
  type ServerEvent,
  type ServerFrames,
} from './protocol';

/** Applies what the server says to what the app knows. Each kind of event has its line here. */
export class Events {
  #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  apply(event: ServerEvent): void {
    const at = this.#at(event.frame);
    this.#client.activity.take(event);
    this.#take(event, at);
    at?.reach((event.frame as InPlace).seq);
  }

  #take(event: ServerEvent, at: Conversation | undefined): void {
    const { people, settings, drafts, requests } = this.#client;
    switch (event.kind) {
      case 'channel_message':
      case 'private_message':
        return this.#said(event.frame);
      case 'edited':
        return at && this.#edited(at, event.frame);
      case 'deleted':
        return at?.changeMessage(event.frame.deleted, (each) => ({
          ...each,
          text: '',
          deleted: true,
          reactions: {},
          previews: [],
        }));
      case 'reacted':
        return at?.react(event.frame.to, event.frame.reacted, event.frame.user, true);
      case 'unreacted':
        return at?.react(event.frame.to, event.frame.unreacted, event.frame.user, false);
      case 'pinned':
        at?.pins.add(event.frame, at.message(event.frame.pinned));
        return this.#note(at, event.frame);
      case 'unpinned':
        at?.pins.drop(event.frame.unpinned);
        return this.#note(at, event.frame);
      case 'previewed': {
        const { previewed, previews } = event.frame;
        return at?.changeMessage(previewed, (each) => ({ ...each, previews }));
      }
      case 'typing':
        if (this.#client.isMe(event.frame.user)) return;
        if (this.#client.friends.isBlocked(event.frame.user)) return;
        return at?.isTyping(event.frame.user, event.frame.typing);
      case 'joined':
        return this.#joined(event.frame);
      case 'added':
        return this.#added(at, event.frame);
      case 'left':
        return this.#gone(event.frame, event.frame.user);
      case 'kicked':
        return this.#kicked(event.frame);
      case 'quit':
        return this.#quit(event.frame.quit);
      case 'renamed':
        return this.#renamed(event.frame.user, event.frame.renamed);
      case 'friend':
        return this.#friend(event.frame);
      case 'person': {
        const { person, ...more } = event.frame;
        return people.learn({ ...more, user: person });
      }
      case 'topic':
        at?.change({ topic: event.frame.topic });
        return this.#note(at, event.frame);
      case 'description':
        at?.change({ description: event.frame.description });
        return this.#note(at, event.frame);
      case 'modes':
        return this.#modes(at, event.frame);
      case 'invited':
        return this.#invited(event.frame);
      case 'asked_to_join':
        return this.#asked(event.frame);
      case 'request_withdrawn': {
        const { request_withdrawn: user, channel } = event.frame;
        return requests.withdrawn(user, channel, this.#client.isMe(user));
      }
      case 'request_answered':
        return this.#answered(event.frame);
      case 'status':
        return people.setStatus(event.frame.user, event.frame.status);
      case 'read': {
        // A marker without counts is one that another session has set to the end.
        const { read, unread = 0, mentions = 0, notify, muted, muted_until } = event.frame;
        const attended = notify ? { notify, muted, muted_until } : {};
        const none = unread === 0 && { first_unread: null };
        if (at && unread === 0) void this.#client.alerts.clear(at);
        return at?.change({ read, unread, mentions, ...attended, ...none });
      }
      case 'conversation':
        return this.#appeared(event.frame.conversation);
      case 'split':
        for (const user of event.frame.split) people.setStatus(user, 'disconnected');
        return;
      case 'returned':
        for (const user of event.frame.returned) people.setStatus(user, 'connected');
        return;
      case 'settings':
        settings.take(event.frame.settings);
        return drafts.take(event.frame.settings);
      case 'get_status':
        return this.#client.connection.tell('status', this.#client.reader.status);
      case 'notice':
        return void this.#client.toasts.info(event.frame.notice);
      case 'closing':
        if (!event.frame.again) this.#client.closed = event.frame.closing;
        return;
      case 'new_activity':
      case 'welcome':
        return;
      default:
        never(event);
    }
  }

  #at(frame: object): Conversation | undefined {
    const place = placeOf(frame as InPlace, this.#client.me);
    return place && this.#client.conversations.at(place);
  }

  #said(frame: ChannelMessage | PrivateMessage): void {
    const place = placeOf(frame, this.#client.me)!;
    const { conversations, reader } = this.#client;
    const at = conversations.at(place) ?? conversations.put(emptyInfo(place));
    const message = messageOf(frame);
    at.isTyping(frame.user, false);
    if (frame.display_name) {
      this.#client.people.learn({ user: frame.user, display_name: frame.display_name });
    }
    if (!at.add(message)) return;
    at.change({ last: frame, seq: frame.seq });
    if (this.#client.isMe(frame.user)) return;
    const isSeen = at === this.#client.active && reader.isLooking && at.isFollowing;
    if (isSeen) return reader.read(at);
    if (at === this.#client.active && !at.isFollowing) at.newBelow++;
    if (at.info.unread === 0) at.unreadFrom = message.msgid;
    at.change({
      unread: at.info.unread + 1,
      mentions: at.info.mentions + (message.mentionsMe ? 1 : 0),
      first_unread: at.info.first_unread ?? message.msgid,
    });
    this.#client.alerts.said(at, message);
  }

  #edited(at: Conversation, { edited, text, mentions_me }: ServerFrames['edited']): void {
    const mentionsMe = Boolean(mentions_me);
    const before = at.message(edited);
    at.changeMessage(edited, (each) => ({ ...withText(each, text), mentionsMe }));
    const { first_unread, mentions } = at.info;
    if (!before || !first_unread || edited < first_unread) return;
    at.change({ mentions: mentions + Number(mentionsMe) - Number(before.mentionsMe) });
  }

  #appeared(info: ConversationInfo): void {
    const { conversations } = this.#client;
    const place = info.channel ? { channel: info.channel } : { other_user: info.other_user ?? '' };
    const known = conversations.at(place);
    for (const person of info.people ?? []) this.#client.people.learn(person);
    if (!known) return void conversations.put(info);
    // What is known counts by itself what is new: it knows what is being looked at.
    const { unread, mentions, first_unread, read } = known.info;
    known.change({ ...info, unread, mentions, first_unread, read });
  }

  #joined(frame: ServerFrames['joined']): void {
    const { people, conversations } = this.#client;
    const { user, account, display_name, status, bot, away } = frame;
    people.learn({ user, account, display_name, status: status ?? 'connected', bot, away });
    if (frame.conversation) conversations.put(frame.conversation);
    const at = conversations.at({ channel: frame.joined });
    if (!at) return;
    if (at.people.length > 0) at.addPerson({ ...frame, user });
    this.#note(at, { ...frame, channel: frame.joined });
  }

  #added(at: Conversation | undefined, frame: ServerFrames['added']): void {
    const { added: user, account, display_name } = frame;
    const { people, toasts } = this.#client;
    people.learn({ user, account, display_name });
    // Who is brought in hears of it before the conversation is there.
    const isNews = this.#client.isMe(user) && (!at || at !== this.#client.active);
    if (isNews) toasts.info(language.text.addedYou(people.nameOf(frame.user)));
    if (!at) return;
    at.change({ people: withPerson(at.info.people ?? [], { user, account, display_name }) });
    at.addPerson({ user, account, display_name, status: people.statusOf(user), rank: null });
    this.#note(at, frame);
  }

  #kicked(frame: ServerFrames['kicked']): void {
    if (this.#client.isMe(frame.kicked)) {
      const by = this.#client.people.nameOf(frame.user ?? '');
      this.#client.toasts.error(language.text.kickedYou(by, frame.channel));
    }
    this.#gone(frame, frame.kicked);
  }

  #gone(frame: ServerFrames['left'] | ServerFrames['kicked'], who: string): void {
    const channel = 'left' in frame ? frame.left : frame.channel;
    const at = this.#client.conversations.at({ channel });
    if (!at) return;
    at.removePerson(who);
    if (at.info.people) at.change({ people: without(at.info.people, who) });
    this.#note(at, frame);
    if (!this.#client.isMe(who)) return;
    const wasActive = this.#client.active === at;
    this.#client.conversations.remove(at.key);
    if (wasActive) this.#client.router.replace(this.#client.home);
  }

  // Who has an account still belongs to channels that last; a guest who goes leaves all of them.
  #quit(user: string): void {
    const { people, conversations } = this.#client;
    const hasAccount = Boolean(people.of(user)?.account);
    people.setStatus(user, 'disconnected');
    for (const each of conversations.all()) {
      if (!hasAccount || !each.info.lasting) each.removePerson(user);
    }
  }

  #renamed(from: string, to: string): void {
    const wasMe = this.#client.isMe(from);
    this.#client.people.rename(from, to);
    for (const each of this.#client.conversations.all()) each.renamePerson(from, to);
    if (wasMe) this.#client.session.rename(to);
  }

  #modes(at: Conversation | undefined, frame: ServerFrames['modes']): void {
    if (!at) return;
    this.#note(at, frame);
    // Ranks and flags come out of the changes by the server's rules: it says what they are now.
    void this.#client.refresh(at);
  }

  #invited({ invited, channel, user }: ServerFrames['invited']): void {
    const { toasts, people } = this.#client;
    const by = people.nameOf(user ?? '');
    if (this.#client.isMe(invited)) toasts.info(language.text.invitedYou(by, channel));
  }

  #asked(frame: ServerFrames['asked_to_join']): void {
    const { asked_to_join: user, account, display_name, status } = frame;
    this.#client.people.learn({ user, account, display_name, status });
    this.#client.requests.asked(frame, this.#client.isMe(user));
  }

  #answered(frame: ServerFrames['request_answered']): void {
    const { toasts, requests } = this.#client;
    const isMe = this.#client.isMe(frame.request_answered);
    requests.answered(frame, isMe);
    if (!isMe) return;
    const { channel, reason, until } = frame;
    if (!until) return toasts.info(language.text.letIn(channel));
    toasts.info(language.text.requestRefused(channel, reason, language.brief(Date.parse(until))));
  }

  #friend(info: FriendInfo): void {
    const { friends, toasts, people } = this.#client;
    const before = friends.bondOf(info.friend);
    friends.take(info);
    const name = people.nameOf(info.friend);
    if (info.bond === before) return;
    if (info.bond === 'asks') toasts.info(language.text.asksYou(name));
    if (info.bond === 'friends') toasts.info(language.text.friendNow(name));
  }

  #note(at: Conversation | undefined, frame: object): void {
    const entry = entryOf(frame);
    if (at && entry) at.add(entry);
  }
}
