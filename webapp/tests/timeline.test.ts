import { describe, expect, it } from 'vitest';
import { entryOf } from '../src/lib/message';
import { rowsOf } from '../src/lib/timeline';
import { said } from './people';

const options = { unreadFrom: null, showsArrivals: false, moreBefore: false };
const minute = 60_000;

describe('the rows of the timeline', () => {
  it('shows one heading for messages of one person within five minutes', () => {
    const time = said(1).time;
    const entries = [
      said(1),
      said(2, { time: time + 4 * minute }),
      said(3, { time: time + 10 * minute }),
      said(4, { time: time + 11 * minute, user: 'bob' }),
    ];
    const leads = rowsOf(entries, options).flatMap((row) =>
      row.type === 'message' ? [row.isLead] : [],
    );
    expect(leads).toEqual([true, false, true, true]);
  });

  it('gives an answer a heading of its own', () => {
    const rows = rowsOf([said(1), said(2, { replyTo: 'm1' })], options);
    expect(rows.at(-1)).toMatchObject({ isLead: true });
  });

  it('divides the days', () => {
    const later = said(1).time + 24 * 60 * minute;
    const rows = rowsOf([said(1), said(2), said(3, { time: later })], options);
    expect(rows.map((row) => row.type)).toEqual(['day', 'message', 'message', 'day', 'message']);
  });

  it('puts the divider before the first unread message, which begins a group', () => {
    const rows = rowsOf([said(1), said(2), said(3)], { ...options, unreadFrom: 'm2' });
    expect(rows.map((row) => row.type)).toEqual(['day', 'message', 'unread', 'message', 'message']);
    expect(rows[3]).toMatchObject({ isLead: true });
  });

  it('shows who comes and goes only to those who want to see it', () => {
    const joined = entryOf({
      joined: '#tea',
      user: 'bob',
      msgid: 'e2',
      seq: 2,
      time: '2026-01-05T12:02:00Z',
    })!;
    const topic = entryOf({
      topic: 'tea',
      channel: '#tea',
      user: 'bob',
      msgid: 'e3',
      seq: 3,
      time: '2026-01-05T12:03:00Z',
    })!;
    const types = (showsArrivals: boolean) =>
      rowsOf([said(1), joined, topic], { ...options, showsArrivals }).map((row) => row.type);
    expect(types(false)).toEqual(['day', 'message', 'note']);
    expect(types(true)).toEqual(['day', 'message', 'note', 'note']);
  });

  it('shows the same rows when older ones come before them', () => {
    const day = 24 * 60 * minute;
    const begin = said(1).time;
    const all = [0, 1, 2, 8, 9, 9.5].map((at, seq) =>
      said(seq + 1, { time: begin + (at > 8 ? day : 0) + at * minute }),
    );
    const whole = rowsOf(all, options);
    for (let cut = 0; cut < all.length; cut++) {
      const rows = rowsOf(all.slice(cut), { ...options, moreBefore: cut > 0 });
      expect(whole.slice(whole.length - rows.length)).toEqual(rows);
      expect(rows.filter((row) => row.type === 'message')).toHaveLength(
        all.length - cut - (cut > 0 ? 1 : 0),
      );
    }
  });

  it('has a key of its own for every row', () => {
    const keys = rowsOf([said(1), said(2), said(9000)], { ...options, unreadFrom: 'm2' }).map(
      (row) => row.key,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
