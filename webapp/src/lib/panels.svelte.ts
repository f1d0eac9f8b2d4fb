import type { Conversation } from './conversation.svelte';
import type { Message } from './message';
import type { Search } from './search.svelte';
import type { JoinRequest, Place } from './protocol';

/** What is open above the page; at most one at a time. */
export type Layer =
  | { kind: 'switcher' | 'shortcuts' | 'browse' | 'create' | 'people' | 'status' }
  | {
      kind: 'invite' | 'topic' | 'rename' | 'leave' | 'pins' | 'attention';
      conversation: Conversation;
    }
  /** A new group, with some people chosen already, or more people for one. */
  | { kind: 'group'; people: readonly string[]; conversation: Conversation | undefined }
  | { kind: 'date'; conversation: Conversation; time: number }
  | { kind: 'kick'; conversation: Conversation; user: string }
  | { kind: 'reject'; request: JoinRequest }
  | { kind: 'remove' | 'versions'; conversation: Conversation; message: Message }
  | { kind: 'person'; user: string; conversation: Conversation | undefined };

/** Which panels are open, where the screen has no room for all of them. */
export class Panels {
  layer = $state.raw<Layer>();
  isListOpen = $state(false);
  /** On a wide screen the members are there unless they are hidden. */
  isMembersOpen = $state(false);
  isMembersHidden = $state(false);
  isSearchOpen = $state(false);
  /** The search in the panel, which stays while that is closed. */
  search = $state.raw<Search>();
  /** What the panel is to begin with when it is opened; it takes that away. */
  wanted = $state.raw<{ text?: string; place?: Place }>();

  constructor() {
    // Who goes back from a hit finds the search again.
    addEventListener('popstate', () => (this.isSearchOpen = isSearch(history.state)));
  }

  open(layer: Layer): void {
    this.layer = layer;
  }

  close(): void {
    this.layer = undefined;
  }

  /** Opens the search, as a step that the browser can go back from. */
  openSearch(wanted: { text?: string; place?: Place } = {}): void {
    this.closeDrawers();
    this.wanted = wanted;
    if (!this.isSearchOpen && !isSearch(history.state)) {
      history.pushState({ search: true }, '', location.pathname);
    }
    this.isSearchOpen = true;
  }

  closeSearch(): void {
    if (!this.isSearchOpen) return;
    this.isSearchOpen = false;
    if (isSearch(history.state)) history.back();
  }

  closeDrawers(): void {
    this.isListOpen = false;
    this.isMembersOpen = false;
  }
}

function isSearch(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'search' in state;
}
