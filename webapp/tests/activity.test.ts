import { describe, expect, it } from 'vitest';
import { Activity } from '../src/lib/activity.svelte';
import { ActivityList, byDay } from '../src/lib/activity-list.svelte';
import type { Connection } from '../src/lib/connection.svelte';
import type { ActivityInfo } from '../src/lib/protocol';

function entry(event: string, time: string, isNew = false): ActivityInfo {
  return {
    kind: 'mention',
    event,
    msgid: event,
    channel: '#tea',
    user: 'jules',
    account: 'jules',
    display_name: 'Jules',
    time,
    excerpt: event,
    reaction: null,
    new: isNew,
  };
}

const NOON = '2026-03-01T12:00:00.000Z';

/** A server that answers one page after the other, and notes what it was asked. */
function server(...answers: object[]) {
  const asked: [string, unknown, object | undefined][] = [];
  const ask = (key: string, value: unknown, more?: object) => {
    asked.push([key, value, more]);
    return Promise.resolve(answers.shift());
  };
  const connection = { ask } as unknown as Connection;
  const activity = new Activity(connection);
  return { asked, activity, list: new ActivityList(connection, activity) };
}

describe('what concerns me', () => {
  it('is under the days on which it happened', () => {
    const noon = new Date(2026, 2, 2, 12).toISOString();
    const morning = new Date(2026, 2, 2, 8).toISOString();
    const before = new Date(2026, 2, 1, 23).toISOString();
    const days = byDay([entry('c', noon), entry('b', morning), entry('a', before)]);
    expect(days.map(({ day, entries }) => [day, entries.length])).toEqual([
      ['2026-03-02', 2],
      ['2026-03-01', 1],
    ]);
  });

  it('is asked page by page, and anew from the top without losing what is older', async () => {
    const { list, asked } = server(
      { activity: [entry('d', NOON), entry('c', NOON)], next: 'c' },
      { activity: [entry('b', NOON), entry('a', NOON)], next: null },
      { activity: [entry('e', NOON), entry('c', NOON)], next: 'c' },
      { activity: [entry('e', NOON)], next: null },
    );
    await list.show('all');
    await list.more();
    expect(list.entries.map((each) => each.event)).toEqual(['d', 'c', 'b', 'a']);
    expect(asked[1]).toEqual(['activity', true, { before: 'c', limit: 30 }]);
    await list.more();
    expect(asked).toHaveLength(2);
    await list.refresh();
    expect(list.entries.map((each) => each.event)).toEqual(['e', 'c', 'b', 'a']);
    expect(list.next).toBeNull();
    await list.refresh();
    expect(list.entries.map((each) => each.event)).toEqual(['e']);
  });

  it('stays marked as new while it is looked at, and is seen as a whole only', async () => {
    const { list, activity, asked } = server(
      { new_activity: 120, newest: 'b' },
      { activity: [entry('b', NOON, true), entry('a', NOON)], next: null },
      { new_activity: 0, newest: null },
      { activity: [entry('b', NOON), entry('a', NOON)], next: null },
      { activity: [entry('b', NOON)], next: null },
    );
    await activity.load();
    expect(activity.shown).toBe('99+');
    await list.show('all');
    await list.see();
    expect(asked.at(-1)).toEqual(['see_activity', 'b', undefined]);
    expect(activity.fresh).toBe(0);
    await list.refresh();
    expect(list.entries.map((each) => list.isNew(each))).toEqual([true, false]);
    await list.show('mention');
    expect(asked.at(-1)).toEqual(['activity', true, { kinds: ['mention'], limit: 30 }]);
    activity.take({ kind: 'new_activity', frame: { new_activity: 1, newest: 'c' } });
    await list.see();
    expect(asked).toHaveLength(5);
    expect(activity.fresh).toBe(1);
  });
});
