import { describe, expect, test } from 'vitest';
import { noticeOf } from '../src/lib/notice';
import { pathOf } from '../src/lib/route';

describe('what a device shows', () => {
  test('without leave for more it is no more than where, and how much', () => {
    const notice = noticeOf({ push: 'message', channel: '#école', unread: 3 }, 'fr-CA');
    expect(notice.title).toBe('#école');
    expect(notice.body).toBe('3 nouveaux messages');
    expect(noticeOf({ push: 'message', other_user: 'lea' }, 'de')).toMatchObject({
      title: 'lea',
      body: 'New message',
    });
  });

  test('names and texts when they are told', () => {
    const told = { push: 'message', user: 'Léa', text: 'tu viens ?' } as const;
    expect(noticeOf({ ...told, channel: '#classe' }, 'fr')).toMatchObject({
      title: 'Léa · #classe',
      body: 'tu viens ?',
    });
    expect(noticeOf({ ...told, other_user: 'lea' }, 'fr').title).toBe('Léa');
  });

  test('it leads to the page of the conversation', () => {
    for (const place of [{ channel: '#a/b ü' }, { other_user: 'lea' }]) {
      expect(noticeOf({ push: 'message', ...place }, 'en').path).toBe(pathOf(place));
    }
  });

  test('what cannot be read leads to the app all the same', () => {
    expect(noticeOf({}, 'fr')).toEqual({ title: 'Salon', body: 'Nouveau message', path: '/' });
    expect(noticeOf({ push: 'trial' }, 'en').body).toContain('work');
  });
});
