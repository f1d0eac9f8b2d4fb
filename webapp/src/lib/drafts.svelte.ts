import { SvelteMap } from 'svelte/reactivity';
import { remember, remembered } from './local';
import type { Settings } from './settings.svelte';

const PAUSE = 800;
const LONGEST = 2_000;
const PREFIX = 'draft.';

interface Draft {
  text: string;
  at: number;
}

/** What was begun and not sent, by conversation: kept here at once and on the server after a pause. */
export class Drafts {
  #drafts = new SvelteMap<string, Draft>(remembered<[string, Draft][]>('drafts') ?? []);
  #settings: Settings;
  #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  of(key: string): string {
    return this.#drafts.get(key)?.text ?? '';
  }

  set(key: string, text: string): void {
    if (this.of(key) === text) return;
    if (text.trim()) this.#drafts.set(key, { text, at: Date.now() });
    else this.#drafts.delete(key);
    remember('drafts', [...this.#drafts]);
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => this.#upload(key), PAUSE),
    );
  }

  /** Takes over the drafts among the settings, where they are newer than those here. */
  take(settings: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(settings)) {
      if (!name.startsWith(PREFIX)) continue;
      const key = name.slice(PREFIX.length);
      const draft = value as Partial<Draft> | null;
      const isNewer = (draft?.at ?? 0) > (this.#drafts.get(key)?.at ?? 0);
      if (draft === null) this.#drafts.delete(key);
      else if (isNewer && typeof draft.text === 'string') this.#drafts.set(key, draft as Draft);
    }
  }

  /** Takes over what the server has, and gives it what it has not: the page may be closed too soon. */
  meet(settings: Record<string, unknown>): void {
    this.take(settings);
    for (const [key, { at }] of this.#drafts) {
      const known = settings[PREFIX + key] as Partial<Draft> | null | undefined;
      if ((known?.at ?? 0) < at) this.#upload(key);
    }
  }

  forget(): void {
    this.#drafts.clear();
    remember('drafts', null);
  }

  #upload(key: string): void {
    const draft = this.#drafts.get(key);
    const value = draft && { ...draft, text: draft.text.slice(0, LONGEST) };
    this.#settings.change({ [PREFIX + key]: value ?? null });
  }
}
