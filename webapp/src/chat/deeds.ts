import type { Client } from '../lib/client.svelte';
import type { Conversation } from '../lib/conversation.svelte';
import { distance } from '../lib/fuzzy';
import { language } from '../lib/i18n/language.svelte';
import { withText, type Message } from '../lib/message';
import { pathOf } from '../lib/route';

/** Adds my reaction or takes it back: shown at once, and undone when the server refuses. */
export async function toggleReaction(
  app: Client,
  conversation: Conversation,
  message: Message,
  emoji: string,
): Promise<void> {
  const me = app.me ?? '';
  const isThere = message.reactions[emoji]?.some((user) => app.isMe(user)) ?? false;
  conversation.react(message.msgid, emoji, me, !isThere);
  const where = { ...conversation.place, to: message.msgid };
  const isDone = await app.attempt(() =>
    app.connection.ask(isThere ? 'unreact' : 'react', emoji, where),
  );
  if (!isDone) conversation.react(message.msgid, emoji, me, isThere);
}

/** Deletes a message for everybody. */
export async function remove(
  app: Client,
  conversation: Conversation,
  msgid: string,
): Promise<void> {
  await app.attempt(() => app.connection.ask('delete', msgid, conversation.place));
}

/** Pins a message, or takes it down. */
export async function pin(
  app: Client,
  conversation: Conversation,
  msgid: string,
  on: boolean,
): Promise<void> {
  await app.attempt(() => app.connection.ask(on ? 'pin' : 'unpin', msgid, conversation.place));
}

/** Takes the previews of a message of mine away, for everybody. */
export async function hidePreviews(
  app: Client,
  conversation: Conversation,
  msgid: string,
): Promise<void> {
  await app.attempt(() => app.connection.ask('hide_previews', msgid, conversation.place));
}

/** Keeps a message for me alone. */
export async function save(app: Client, conversation: Conversation, msgid: string): Promise<void> {
  const isDone = await app.attempt(() => app.connection.ask('save', msgid, conversation.place));
  if (isDone) app.toasts.info(language.text.keptNow);
}

/** Puts something on the clipboard, and says so. */
export async function copy(app: Client, text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  app.toasts.info(language.text.copied);
}

/** The whole address of a message. */
export function linkTo(conversation: Conversation, message: Message): string {
  return location.origin + pathOf(conversation.place, message.msgid);
}

/** Runs a slash command; says what is wrong when it could not, and nothing when it was run. */
export async function run(
  app: Client,
  conversation: Conversation,
  { name, line }: { name: string; line: string },
): Promise<string> {
  await app.loadCommands().catch(() => {
    // The server knows too which there are.
  });
  const known = app.commands.map((each) => each.name);
  if (known.length > 0 && !known.includes(name)) {
    const near = known.filter((each) => distance(each, name) <= 2);
    near.sort((a, b) => distance(a, name) - distance(b, name));
    return language.text.unknownCommand(name, near[0] ?? null);
  }
  try {
    const reply_to = conversation.replyingTo?.msgid;
    const where = { ...conversation.place, ...(reply_to && { reply_to }) };
    const { text } = await app.connection.ask('command', line, where);
    if (reply_to && name.endsWith('pin')) conversation.replyingTo = undefined;
    if (text.length > 0) conversation.answer(line, text);
    return '';
  } catch (why) {
    return app.explain(why);
  }
}

/** Gives a message of mine another text; says what is wrong when it could not. */
export async function edit(
  app: Client,
  conversation: Conversation,
  message: Message,
  text: string,
): Promise<string> {
  if (text === message.text) return '';
  try {
    await app.connection.ask('edit', message.msgid, { ...conversation.place, text });
    conversation.changeMessage(message.msgid, (each) => withText(each, text));
    return '';
  } catch (why) {
    return app.explain(why);
  }
}
