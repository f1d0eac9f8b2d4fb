import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Outbox } from '../src/lib/outbox.svelte';
import { OutboxStore } from '../src/lib/outbox-store';
import { Double, type Frame } from './double';

const tea = { channel: '#tea' };
let server: Double;
let seq = 0;
const confirmed: string[] = [];

const stored = (frame: Frame): Frame => ({
  id: frame.id,
  ok: true,
  msgid: `m${++seq}`,
  seq,
  time: '2026-01-01T00:00:00Z',
});
const outbox = () =>
  new Outbox(server.connection, new OutboxStore(), (pending) => confirmed.push(pending.text));
const connect = async () => {
  server.connection.open();
  await vi.waitFor(() => expect(server.connection.state).toBe('open'));
};
/** Each test has an account of its own, because the browser's store outlives a page. */
let account = '';
let number = 0;

beforeEach(async () => {
  account = `alice${++number}`;
  confirmed.length = 0;
  server = await Double.start();
});
afterEach(() => server.stop());

describe('the outbox', () => {
  it('shows at once what is said, and lets go of it when it is stored', async () => {
    server.answer = (frame, send) => send(stored(frame));
    const box = outbox();
    await box.load(account);
    await connect();
    box.say(tea, 'hello');
    expect(box.of('#tea').map((each) => each.text)).toEqual(['hello']);
    await vi.waitFor(() => expect(box.of('#tea')).toEqual([]));
    expect(confirmed).toEqual(['hello']);
  });

  it('keeps what is said without a line over a reload, and sends it in order', async () => {
    const before = outbox();
    await before.load(account);
    before.say(tea, 'one');
    before.say(tea, 'two');
    expect(before.waiting).toBe(2);
    await vi.waitFor(async () => expect(await new OutboxStore().all(account)).toHaveLength(2));

    server.answer = (frame, send) => send(stored(frame));
    const after = outbox();
    await connect();
    await after.load(account);
    await vi.waitFor(() => expect(after.waiting).toBe(0));
    expect(server.asked.map((frame) => frame.channel_message)).toEqual(['one', 'two']);
    await vi.waitFor(async () => expect(await new OutboxStore().all(account)).toEqual([]));
  });

  it('sends again by the same id what was cut before its answer', async () => {
    const box = outbox();
    await box.load(account);
    await connect();
    server.answer = () => server.cut();
    box.say(tea, 'once');
    await vi.waitFor(() => expect(server.connection.state).not.toBe('open'));
    server.answer = (frame, send) => send(stored(frame));
    await connect();
    box.flush();
    await vi.waitFor(() => expect(box.waiting).toBe(0));
    const ids = server.asked.map((frame) => frame.id);
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(1);
  });

  it('keeps what was refused, says why, and goes on with the next', async () => {
    server.answer = (frame, send) =>
      send(
        frame.channel_message === 'bad'
          ? { id: frame.id, error: 'moderated', message: 'No.' }
          : stored(frame),
      );
    const box = outbox();
    await box.load(account);
    await connect();
    box.say(tea, 'bad');
    box.say(tea, 'good');
    await vi.waitFor(() => expect(confirmed).toEqual(['good']));
    expect(box.of('#tea')).toMatchObject([{ text: 'bad', failure: 'No.' }]);
    expect(box.waiting).toBe(0);

    server.answer = (frame, send) => send(stored(frame));
    box.retry(box.of('#tea')[0]!.id);
    await vi.waitFor(() => expect(confirmed).toEqual(['good', 'bad']));
  });

  it('forgets what its writer throws away', async () => {
    const box = outbox();
    await box.load(account);
    box.say(tea, 'never mind');
    await vi.waitFor(async () => expect(await new OutboxStore().all(account)).toHaveLength(1));
    box.discard(box.of('#tea')[0]!.id);
    expect(box.of('#tea')).toEqual([]);
    await vi.waitFor(async () => expect(await new OutboxStore().all(account)).toEqual([]));
  });
});
