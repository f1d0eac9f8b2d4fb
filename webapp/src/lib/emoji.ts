import { ranked } from './fuzzy';
import type { LanguageCode } from './i18n/language.svelte';

/** One emoji as people look for it. */
export interface Emoji {
  emoji: string;
  label: string;
  group: number;
  /** By which it is found: its short names and what goes with it. */
  words: string;
}

const loaded = new Map<LanguageCode, Promise<readonly Emoji[]>>();

/** All emoji, named in a language; loaded when they are first needed. */
export function emojiIn(language: LanguageCode): Promise<readonly Emoji[]> {
  let all = loaded.get(language);
  if (!all) {
    all = load(language);
    loaded.set(language, all);
  }
  return all;
}

async function load(language: LanguageCode): Promise<readonly Emoji[]> {
  const { default: all } =
    language === 'fr' ? await import('virtual:emoji/fr') : await import('virtual:emoji/en');
  return all.map(([emoji, label, group, words]) => ({ emoji, label, group, words }));
}

/** The emoji that a few letters mean, best first. */
export function found(all: readonly Emoji[], typed: string, most: number): Emoji[] {
  const whole = ranked(typed, all.filter(contains(typed)), (each) => `${each.label} ${each.words}`);
  return whole.slice(0, most);
}

function contains(typed: string): (emoji: Emoji) => boolean {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const needle = plain(typed);
  return (each) => plain(each.label).includes(needle) || plain(each.words).includes(needle);
}
