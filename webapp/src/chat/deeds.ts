import type { Client } from '../lib/client.svelte';
import type { Conversation } from '../lib/conversation.svelte';
import { language } from '../lib/i18n/language.svelte';
import type { Message } from '../lib/message';
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

/** Puts something on the clipboard, and says so. */
export async function copy(app: Client, text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  app.toasts.info(language.text.copied);
}

/** The whole address of a message. */
export function linkTo(conversation: Conversation, message: Message): string {
  return location.origin + pathOf(conversation.place, message.msgid);
}
