import type { Client } from './client.svelte';
import type { Conversation } from './conversation.svelte';
import { isSame } from './place';
import type { ConversationInfo } from './protocol';

/** Somebody in a group. */
export type GroupPerson = NonNullable<ConversationInfo['people']>[number];

/** Who looks at it, and what they know of people. */
type Reader = Pick<Client, 'people' | 'me' | 'isMe'>;

/** Groups are channels whose names nobody chose, and nobody is shown. */
export function isGroupName(channel: string): boolean {
  return channel.startsWith('#~');
}

/** The others in a group, as they are shown. */
export function othersIn(app: Reader, conversation: Conversation): string[] {
  const people = conversation.info.people ?? [];
  return people.filter(({ user }) => !app.isMe(user)).map(({ user }) => user);
}

/** What people call a conversation: a channel without its sign. */
export function titleOf(app: Reader, conversation: Conversation): string {
  const { name, isChannel, isGroup, info } = conversation;
  if (!isChannel) return app.people.nameOf(name);
  if (!isGroup) return name.slice(1);
  const names = othersIn(app, conversation).map((user) => app.people.nameOf(user));
  return info.topic || names.join(', ') || app.people.nameOf(app.me ?? '');
}

/** The same with the sign of its kind: `#classe`, `@Léa`, or a group's name. */
export function addressOf(app: Reader, conversation: Conversation): string {
  const title = titleOf(app, conversation);
  if (conversation.isGroup) return title;
  return (conversation.isChannel ? '#' : '@') + title;
}

/** The address of a place that may be known no more. */
export function nameOfChannel(app: Client, channel: string): string {
  const known = app.conversations.at({ channel });
  return known?.isGroup ? addressOf(app, known) : channel;
}

/** The people with one more, or with the same one under what is known now. */
export function withPerson(people: readonly GroupPerson[], who: GroupPerson): GroupPerson[] {
  return [...without(people, who.user), who];
}

export function without(people: readonly GroupPerson[], user: string): GroupPerson[] {
  return people.filter((each) => !isSame(each.user, user));
}
