import { describe, expect, it } from 'vitest';
import { pauseBefore } from '../src/lib/backoff';
import { fold, keyOf, placeOf } from '../src/lib/place';
import { eventOf } from '../src/lib/protocol';
import { pathOf, routeOf } from '../src/lib/route';

describe('an address', () => {
  it.each([{ channel: '#accueil' }, { channel: '#a/b %' }, { other_user: 'léa' }])(
    'leads to %j and back',
    (place) => {
      expect(routeOf(pathOf(place, 'm/1'))).toEqual({ page: 'conversation', place, msgid: 'm/1' });
      expect(routeOf(pathOf(place))).toEqual({ page: 'conversation', place, msgid: undefined });
    },
  );

  it.each([
    ['/', 'home'],
    ['/login', 'login'],
    ['/settings/', 'settings'],
    ['/profile/lea', 'profile'],
    ['/login/x', 'nowhere'],
    ['/c', 'nowhere'],
    ['/c/%E0%A4%A', 'nowhere'],
    ['/a/b/c/d', 'nowhere'],
  ])('%s is the page %s', (path, page) => {
    expect(routeOf(path).page).toBe(page);
  });
});

describe('a private frame', () => {
  it('belongs to the conversation with the other end', () => {
    const frame = { user: 'lea', other_user: 'Jules' };
    expect(placeOf(frame, 'jules')).toEqual({ other_user: 'lea' });
    expect(placeOf(frame, 'LEA')).toEqual({ other_user: 'Jules' });
    expect(placeOf({ other_user: 'lea' }, 'jules')).toEqual({ other_user: 'lea' });
  });

  it('is found by the name as Salon folds it', () => {
    expect(keyOf({ channel: '#Été' })).toBe('#Été'.replace('É', 'É'));
    expect(fold('ÉTÉ[')).toBe('ÉtÉ['.replace('t', 't'));
    expect(keyOf({ other_user: 'Lea' })).toBe('@lea');
  });
});

describe('a frame', () => {
  it.each([
    [{ channel_message: '', deleted: true, edited: 'x' }, 'channel_message'],
    [{ joined: '#tea', status: 'connected', conversation: {} }, 'joined'],
    [{ kicked: 'bob', reason: '' }, 'kicked'],
    [{ read: 'm1', unread: 0 }, 'read'],
  ])('%j is known by its key', (frame, kind) => {
    expect(eventOf(frame)?.kind).toBe(kind);
  });

  it('of a newer server is left alone', () => {
    expect(eventOf({ hologram: true })).toBeUndefined();
  });
});

describe('the pause before the next attempt', () => {
  it('grows, is never the same for all, and has an end', () => {
    expect(pauseBefore(0, () => 0)).toBe(200);
    expect(pauseBefore(0, () => 1)).toBe(400);
    expect(pauseBefore(3, () => 0)).toBeGreaterThan(pauseBefore(2, () => 0));
    expect(pauseBefore(50, () => 1)).toBe(15_000);
  });
});
