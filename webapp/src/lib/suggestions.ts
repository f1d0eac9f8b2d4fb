import type { Client } from './client.svelte';
import type { Typed } from './completion';
import type { Conversation } from './conversation.svelte';
import { emojiIn, found } from './emoji';
import { ranked } from './fuzzy';
import { language } from './i18n/language.svelte';

/** What may be meant by what is typed: shown as label and detail, put in as text. */
export interface Suggestion {
  key: string;
  text: string;
  label: string;
  detail: string;
  user?: string;
}

const MOST = 8;

/** What fits what is being typed, best first. Emoji are loaded for it, the rest is known. */
export async function suggestionsFor(
  app: Client,
  conversation: Conversation,
  typed: Typed,
): Promise<Suggestion[]> {
  switch (typed.kind) {
    case 'person':
      return people(app, conversation, typed.text);
    case 'channel':
      return ranked(typed.text, channels(app), (name) => name)
        .slice(0, MOST)
        .map((name) => ({ key: name, text: name, label: name, detail: '' }));
    case 'emoji':
      return found(await emojiIn(language.code), typed.text, MOST).map((each) => ({
        key: each.emoji,
        text: each.emoji,
        label: `${each.emoji}  ${each.label}`,
        detail: each.words.split(' ')[0] ?? '',
      }));
    case 'command':
      await app.loadCommands();
      return commands(app, conversation, typed.text);
  }
}

function people(app: Client, conversation: Conversation, text: string): Suggestion[] {
  const here = conversation.isChannel ? conversation.people : [{ user: conversation.name }];
  return ranked(text, here, (each) => `${each.user} ${app.people.nameOf(each.user)}`)
    .filter((each) => !app.isMe(each.user))
    .slice(0, MOST)
    .map(({ user }) => {
      const name = app.people.nameOf(user);
      return { key: user, text: `@${user}`, label: name, detail: name === user ? '' : user, user };
    });
}

function channels(app: Client): string[] {
  return app.conversations
    .all()
    .filter((each) => each.isChannel && !each.isGroup)
    .map((each) => each.name);
}

function commands(app: Client, conversation: Conversation, text: string): Suggestion[] {
  const where = conversation.isChannel ? 'channel' : 'private';
  return app.commands
    .filter((each) => each.where === 'any' || each.where === where)
    .filter((each) => each.name.startsWith(text.toLowerCase()))
    .slice(0, MOST)
    .map((each) => ({
      key: each.name,
      text: `/${each.name}`,
      label: `/${each.name} ${each.arguments}`,
      detail: each.help,
    }));
}
