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

  test('a group is called so, and not by the name that the server made up', () => {
    const told = { push: 'message', channel: '#~k3w7q2mx5hd4rbva' } as const;
    expect(noticeOf(told, 'fr').title).toBe('Groupe');
    expect(noticeOf({ ...told, user: 'Léa' }, 'en').title).toBe('Léa · Group');
  });

  test('it leads to the page of the conversation', () => {
    for (const place of [{ channel: '#a/b ü' }, { other_user: 'lea' }]) {
      expect(noticeOf({ push: 'message', ...place }, 'en').path).toBe(pathOf(place));
    }
  });

  test('who asks is answered by a button, when it is told who asks', () => {
    const asked = { push: 'join_request', channel: '#a b' } as const;
    expect(noticeOf(asked, 'fr')).toEqual({
      title: '#a b',
      body: 'Demande à rejoindre',
      path: '/requests',
    });
    const named = noticeOf({ ...asked, user: 'léa', text: 'bonjour' }, 'en');
    expect(named).toMatchObject({ title: 'léa · #a b', body: 'bonjour' });
    const at = '/api/channels/%23a%20b/requests/l%C3%A9a';
    expect(named.answers?.map((each) => each.url)).toEqual([`${at}/accept`, `${at}/reject`]);
    const friend = noticeOf({ push: 'friend_request', user: 'léa' }, 'fr');
    expect(friend.answers?.map((each) => [each.title, each.url])).toEqual([
      ['Accepter', '/api/friends/l%C3%A9a/accept'],
      ['Refuser', '/api/friends/l%C3%A9a/refuse'],
    ]);
    expect(noticeOf({ push: 'friend_request' }, 'fr').answers).toBeUndefined();
  });

  test('what cannot be read leads to the app all the same', () => {
    expect(noticeOf({}, 'fr')).toEqual({ title: 'Salon', body: 'Nouveau message', path: '/' });
    expect(noticeOf({ push: 'trial' }, 'en').body).toContain('work');
  });
});
