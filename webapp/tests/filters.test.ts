import { describe, expect, it } from 'vitest';
import { filtersIn, filterText, otherWays, withFilter, without } from '../src/lib/filters';

describe('the filters of a search', () => {
  it('are known in both languages', () => {
    const kinds = (text: string) => filtersIn(text).map(({ kind, value }) => [kind, value]);
    expect(kinds('thé de:jules dans:#classe')).toEqual([
      ['from', 'jules'],
      ['in', '#classe'],
    ]);
    expect(kinds('from:jules "de:lea" après:2026 10:30')).toEqual([
      ['from', 'jules'],
      ['after', '2026'],
    ]);
  });

  it('come and go', () => {
    expect(withFilter('thé avant:2025', 'before', 'avant:2026')).toBe('thé avant:2026');
    expect(withFilter('thé de:lea', 'from', 'de:jules')).toBe('thé de:lea de:jules');
    expect(without('"le thé" de:lea', 'de:lea')).toBe('"le thé"');
    expect(filterText('after', '2026', 'fr')).toBe('après:2026');
    expect(filterText('after', '2026', 'en')).toBe('after:2026');
  });

  it('give way when nothing was found: there are two other ways', () => {
    expect(otherWays('réunion de:jules')).toEqual(['réunion', 'réuni*']);
    expect(otherWays('la réunion')).toEqual(['réunion', 'réuni*']);
    expect(otherWays('xyzzy')).toEqual(['xyz*', 'xy*']);
  });
});
