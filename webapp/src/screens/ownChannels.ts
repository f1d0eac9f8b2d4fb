import type { Client } from '../lib/client.svelte';

const OPERATORS = ['founder', 'admin', 'op'];

/** The names of the channels whose operator one is, in order. */
export function ownChannels(app: Client): string[] {
  return app.conversations
    .all()
    .filter((each) => each.isChannel && OPERATORS.includes(each.info.rank ?? ''))
    .map((each) => each.name)
    .sort();
}
