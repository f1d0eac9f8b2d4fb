import { describe, expect, it } from 'vitest';
import { en } from '../src/lib/i18n/en';
import { fr } from '../src/lib/i18n/fr';
import { Language, preferred, regional } from '../src/lib/i18n/language.svelte';

type Text = string | ((...args: never[]) => string) | readonly string[] | { [key: string]: Text };

/** Every text of a catalogue by its path, functions called with what all of them can show. */
function texts(catalogue: Text, path = ''): [string, string][] {
  if (typeof catalogue === 'string') return [[path, catalogue]];
  if (typeof catalogue === 'function') {
    const names = path === 'typing' ? ['Léa', 'Sam'] : 'Léa';
    const isCount = /(Count|waiting|Below|Status|tooLong|Short|TooLong|offlineWaiting)$/i.test(
      path,
    );
    return [[path, catalogue(...([isCount ? 2 : names, 'x', 'y'] as never[]))]];
  }
  return Object.entries(catalogue).flatMap(([key, value]) =>
    texts(value as Text, path ? `${path}.${key}` : key),
  );
}

describe('the catalogues', () => {
  const french = texts(fr as unknown as Text);
  const english = texts(en as unknown as Text);

  it('say the same things', () => {
    expect(english.map(([path]) => path)).toEqual(french.map(([path]) => path));
  });

  it('leave nothing out', () => {
    const isGap = (path: string) => path === 'emojiGroups.2';
    for (const [path, text] of [...french, ...english]) {
      if (!isGap(path)) expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('are written in their own language', () => {
    const same = french.filter(([, text], at) => text === english[at]![1] && text.length > 14);
    expect(same.map(([path]) => path)).toEqual([]);
  });

  it('count as their language does', () => {
    expect(fr.memberCount(0)).toBe('0 membre');
    expect(en.memberCount(0)).toBe('0 members');
    expect(fr.newBelow(3)).toBe('↓ 3 nouveaux');
    expect(en.memberCount(1)).toBe('1 member');
  });
});

describe('the language', () => {
  it('is the best that the browser asks for and the app speaks', () => {
    expect(preferred(['de-DE', 'en-GB', 'fr'])).toBe('en');
    expect(preferred(['fr-CA', 'en'])).toBe('fr');
    expect(preferred(['de'])).toBe('fr');
  });

  it('writes dates as the reader’s country does', () => {
    expect(regional('en', ['fr-FR', 'en-GB', 'en-US'])).toBe('en-GB');
    expect(regional('fr', ['fr', 'en'])).toBe('fr');
    expect(regional('fr', ['en-GB'])).toBe('fr');
  });

  it('names days as people do', () => {
    const language = new Language();
    const now = new Date(2026, 2, 15, 10).getTime();
    expect(language.day(new Date(2026, 2, 15, 1).getTime(), now)).toBe('Aujourd’hui');
    expect(language.day(new Date(2026, 2, 14, 23).getTime(), now)).toBe('Hier');
    expect(language.day(new Date(2026, 2, 10).getTime(), now)).toBe('mardi 10 mars');
    language.code = 'en';
    expect(language.day(new Date(2025, 2, 10).getTime(), now)).toBe('March 10, 2025');
    expect(language.ago(now - 2 * 3_600_000, now)).toBe('2 hours ago');
  });
});
