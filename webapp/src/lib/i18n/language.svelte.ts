import type { Catalogue } from './catalogue';
import { en } from './en';
import { fr } from './fr';

export type LanguageCode = 'fr' | 'en';

const DAY = 86_400_000;

/** The language that the app speaks, its texts, and how it writes dates. */
export class Language {
  code = $state<LanguageCode>('fr');
  readonly text: Catalogue = $derived(this.code === 'fr' ? fr : en);

  #locale = $derived(regional(this.code, globalThis.navigator?.languages ?? []));
  #clock = $derived(new Intl.DateTimeFormat(this.#locale, { hour: '2-digit', minute: '2-digit' }));
  #day = $derived(
    new Intl.DateTimeFormat(this.#locale, { weekday: 'long', day: 'numeric', month: 'long' }),
  );
  #date = $derived(new Intl.DateTimeFormat(this.#locale, { dateStyle: 'long' }));
  #full = $derived(
    new Intl.DateTimeFormat(this.#locale, { dateStyle: 'full', timeStyle: 'short' }),
  );
  #brief = $derived(new Intl.DateTimeFormat(this.#locale, { day: '2-digit', month: '2-digit' }));
  #relative = $derived(new Intl.RelativeTimeFormat(this.#locale, { numeric: 'auto' }));

  time(at: number): string {
    return this.#clock.format(at);
  }

  date(at: number): string {
    return this.#date.format(at);
  }

  full(at: number): string {
    return this.#full.format(at);
  }

  /** A moment that is near, as short as it can be: 12/03, or the time of today. */
  brief(at: number, now = Date.now()): string {
    return midnight(at) === midnight(now) ? this.time(at) : this.#brief.format(at);
  }

  /** The heading of a day: today, yesterday, or its date. */
  day(at: number, now = Date.now()): string {
    const age = Math.round((midnight(now) - midnight(at)) / DAY);
    if (age === 0) return this.text.today;
    if (age === 1) return this.text.yesterday;
    const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
    return isThisYear ? this.#day.format(at) : this.#date.format(at);
  }

  /** How long ago, in words. */
  ago(at: number, now = Date.now()): string {
    const minutes = Math.round((at - now) / 60_000);
    if (minutes >= 0) return this.text.justNow;
    if (minutes > -60) return this.#relative.format(minutes, 'minute');
    if (minutes > -24 * 60) return this.#relative.format(Math.round(minutes / 60), 'hour');
    return this.#relative.format(Math.round(minutes / 60 / 24), 'day');
  }
}

/** The language as it is written where the reader lives: `en-GB` has 17:00 where `en` has 5 PM. */
export function regional(code: LanguageCode, languages: readonly string[]): string {
  return languages.find((each) => each === code || each.startsWith(`${code}-`)) ?? code;
}

/** The best of what the browser asks for. */
export function preferred(languages: readonly string[]): LanguageCode {
  const known = languages
    .map((each) => each.slice(0, 2))
    .find((each) => each === 'fr' || each === 'en');
  return known ?? 'fr';
}

export const language = new Language();

function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
