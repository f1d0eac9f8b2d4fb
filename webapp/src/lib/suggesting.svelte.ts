import type { Client } from './client.svelte';
import { typedAt, type Typed } from './completion';
import type { Conversation } from './conversation.svelte';
import { suggestionsFor, type Suggestion } from './suggestions';

/** What is suggested for what is being typed, and which of it the arrow keys have reached. */
export class Suggesting {
  list = $state.raw<readonly Suggestion[]>([]);
  chosen = $state(0);
  #typed: Typed | undefined;
  #app: Client;
  #conversation: Conversation;

  constructor(app: Client, conversation: Conversation) {
    this.#app = app;
    this.#conversation = conversation;
  }

  get isOpen(): boolean {
    return this.list.length > 0;
  }

  /** What is typed, which a suggestion would replace. */
  get typed(): Typed | undefined {
    return this.#typed;
  }

  async look(text: string, caret: number): Promise<void> {
    const now = typedAt(text, caret);
    this.#typed = now;
    const found = now
      ? await suggestionsFor(this.#app, this.#conversation, now).catch(() => [])
      : [];
    if (this.#typed !== now) return;
    this.list = found;
    this.chosen = 0;
  }

  close(): void {
    this.#typed = undefined;
    this.list = [];
  }

  /** Moves the choice, or takes it; `false` for keys that mean something else. */
  takesKey(
    { key, shiftKey }: KeyboardEvent,
    text: string,
    pick: (it: Suggestion) => void,
  ): boolean {
    const count = this.list.length;
    if (count === 0) return false;
    const suggestion = this.list[this.chosen]!;
    if (key === 'ArrowDown') this.chosen = (this.chosen + 1) % count;
    else if (key === 'ArrowUp') this.chosen = (this.chosen + count - 1) % count;
    else if (key === 'Escape') this.close();
    else if (key === 'Tab' && !shiftKey) pick(suggestion);
    // A command that is typed out is run, not completed again.
    else if (key === 'Enter' && !shiftKey && suggestion.text !== text) pick(suggestion);
    else return false;
    return true;
  }
}
