import { describe, expect, it } from 'vitest';
import { commandOf, completed, typedAt, unescaped } from '../src/lib/completion';
import { best } from '../src/lib/destinations';
import { distance, ranked } from '../src/lib/fuzzy';
import { loginFault } from '../src/lib/login-rules';
import { strengthOf } from '../src/lib/strength';
import { wrapped } from '../src/lib/wrap';

describe('completion', () => {
  it.each([
    ['hi @le', 'person', 'le', 3],
    ['#ac', 'channel', 'ac', 0],
    ['well :sm', 'emoji', 'sm', 5],
    ['/ba', 'command', 'ba', 0],
    ['(@x', 'person', 'x', 1],
  ])('of %j is for a %s', (text, kind, typed, from) => {
    expect(typedAt(text, text.length)).toEqual({ kind, text: typed, from, to: text.length });
  });

  it.each(['me@example', 'at 10:30', 'a :s', 'well /ba', '//ba', 'no'])(
    'has nothing to say to %j',
    (text) => {
      expect(typedAt(text, text.length)).toBeUndefined();
    },
  );

  it('puts the chosen word and a space where it was typed', () => {
    const typed = typedAt('hi @le and', 6)!;
    expect(completed('hi @le and', typed, '@lea')).toEqual({ text: 'hi @lea and', caret: 8 });
    expect(completed('hi @le', typedAt('hi @le', 6)!, '@lea')).toEqual({
      text: 'hi @lea ',
      caret: 8,
    });
  });
});

describe('a command', () => {
  it('begins with one slash and its name', () => {
    expect(commandOf('/Ban lea 7d spam')).toEqual({ name: 'ban', line: 'Ban lea 7d spam' });
    expect(commandOf('//ban')).toBeUndefined();
    expect(commandOf('/ ban')).toBeUndefined();
    expect(commandOf('/usr/bin')).toBeUndefined();
    expect(unescaped('//ban')).toBe('/ban');
  });

  it('that is misspelt is near to what was meant', () => {
    expect(distance('bna', 'ban')).toBe(2);
    expect(distance('kick', 'kick')).toBe(0);
    expect(distance('', 'abc')).toBe(3);
  });
});

describe('the switcher', () => {
  it('finds names without their accents, by beginnings of words and by single letters', () => {
    const names = ['#café', '#projets-été', '#accueil', '#facade'];
    const find = (typed: string) => ranked(typed, names, (name) => name);
    expect(find('cafe')).toEqual(['#café']);
    expect(find('ete')).toEqual(['#projets-été']);
    expect(find('pe')[0]).toBe('#projets-été');
    expect(find('zzz')).toEqual([]);
    expect(find('')).toEqual(names);
  });

  it('puts what fits by its name before what fits by its topic only', () => {
    const at = (name: string, detail: string) => ({
      key: name,
      place: { channel: name },
      name,
      detail,
    });
    const found = best('the', [at('#musique', 'on boit du thé'), at('#théâtre', '')]);
    expect(found.map((each) => each.name)).toEqual(['#théâtre', '#musique']);
  });
});

describe('marks around a selection', () => {
  it('are put and taken away', () => {
    const put = wrapped('a word b', 2, 6, '**');
    expect(put).toEqual({ text: 'a **word** b', from: 4, to: 8 });
    expect(wrapped(put.text, put.from, put.to, '**')).toEqual({ text: 'a word b', from: 2, to: 6 });
  });
});

describe('who registers', () => {
  it.each([
    ['', 'missing'],
    ['le a', 'bad'],
    ['#lea', 'bad'],
    ['lea!', 'bad'],
    ['x'.repeat(31), 'long'],
    ['léa', undefined],
  ])('by the login %j hears: %s', (login, fault) => {
    expect(loginFault(login, 30)).toBe(fault);
  });

  it('is told that a phrase is better than a word', () => {
    expect(strengthOf('short', 8)).toBe(0);
    expect(strengthOf('aaaaaaaaaaaaaaaa', 8)).toBe(1);
    expect(strengthOf('password1', 8)).toBeLessThan(3);
    expect(strengthOf('un petit cheval blanc', 8)).toBeGreaterThanOrEqual(3);
  });
});
