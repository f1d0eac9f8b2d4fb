import type { Connection } from './connection.svelte';
import { preferred, type LanguageCode } from './i18n/language.svelte';
import { remember, remembered } from './local';

export type Theme = 'system' | 'light' | 'dark' | 'contrast';
export type Density = 'comfortable' | 'compact';

type Values = Record<string, unknown>;

/** What a person has chosen. The server keeps it for all their devices, this browser for its start. */
export class Settings {
  #values = $state.raw<Values>(remembered<Values>('settings') ?? {});
  #connection: Connection;

  readonly theme = $derived(oneOf(this.#values.theme, ['system', 'light', 'dark', 'contrast']));
  readonly density = $derived(oneOf(this.#values.density, ['comfortable', 'compact']));
  readonly enterSends = $derived(this.#values.enter_sends !== false);
  readonly showsArrivals = $derived(this.#values.show_arrivals === true);
  readonly showsPreviews = $derived(this.#values.show_previews !== false);
  readonly hasSound = $derived(this.#values.sound !== false);
  readonly hasSeenFirstSteps = $derived(this.#values.first_steps_seen === true);
  readonly chosenLanguage = $derived(
    this.#values.language === 'fr' || this.#values.language === 'en'
      ? (this.#values.language as LanguageCode)
      : undefined,
  );
  readonly language = $derived(this.chosenLanguage ?? preferred(navigator.languages));
  readonly recentEmoji = $derived(
    Array.isArray(this.#values.emoji) ? (this.#values.emoji as string[]) : [],
  );

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  valueOf(key: string): unknown {
    return this.#values[key];
  }

  /** Changes some of them here and on the server; null takes one back to its default. */
  change(some: Values): void {
    this.take(some);
    this.#connection.ask('set_settings', some).catch(() => {
      // They stay in this browser, and the next change takes nothing away from them.
    });
  }

  /** What the server knows, or what another session has changed. */
  take(some: Values): void {
    const merged = { ...this.#values, ...some };
    this.#values = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
    remember('settings', this.#values);
  }

  /** Keeps how the app looks, and forgets what belongs to the person who has left. */
  forget(): void {
    const { theme, density, language } = this.#values;
    this.#values = { theme, density, language };
    remember('settings', this.#values);
  }
}

function oneOf<const T extends string>(value: unknown, known: readonly [T, ...T[]]): T {
  return known.find((each) => each === value) ?? known[0];
}
