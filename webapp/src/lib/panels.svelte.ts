import type { Conversation } from './conversation.svelte';
import type { Message } from './message';

/** What is open above the page; at most one at a time. */
export type Layer =
  | { kind: 'switcher' | 'shortcuts' | 'browse' | 'create' | 'people' }
  | { kind: 'invite' | 'topic' | 'modes' | 'leave'; conversation: Conversation }
  | { kind: 'date'; conversation: Conversation; time: number }
  | { kind: 'kick'; conversation: Conversation; user: string }
  | { kind: 'remove' | 'versions'; conversation: Conversation; message: Message }
  | { kind: 'person'; user: string; conversation: Conversation | undefined };

/** Which panels are open, where the screen has no room for all of them. */
export class Panels {
  layer = $state.raw<Layer>();
  isListOpen = $state(false);
  /** On a wide screen the members are there unless they are hidden. */
  isMembersOpen = $state(false);
  isMembersHidden = $state(false);

  open(layer: Layer): void {
    this.layer = layer;
  }

  close(): void {
    this.layer = undefined;
  }

  closeDrawers(): void {
    this.isListOpen = false;
    this.isMembersOpen = false;
  }
}
