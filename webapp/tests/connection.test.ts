import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refused } from '../src/lib/connection.svelte';
import type { ServerEvent } from '../src/lib/protocol';
import { Double } from './double';

let server: Double;
const connected = () => vi.waitFor(() => expect(server.connection.state).toBe('open'));

beforeEach(async () => {
  server = await Double.start();
  server.connection.open();
  await connected();
});
afterEach(() => server.stop());

describe('the line to the server', () => {
  it('gives each question its own answer, in whatever order they come', async () => {
    const held: (() => void)[] = [];
    server.answer = (frame, send) => {
      held.push(() => send({ id: frame.id, ok: true, found: [frame.channels] }));
      if (held.length === 2) for (const each of held.reverse()) each();
    };
    const both = [server.connection.ask('channels', 'a'), server.connection.ask('channels', 'b')];
    expect((await Promise.all(both)).map((each) => each.found)).toEqual([['a'], ['b']]);
  });

  it('fails with what the server says', async () => {
    server.answer = (frame, send) =>
      send({
        id: frame.id,
        error: 'not_on_channel',
        message: 'You are not there.',
        retry_after: 3,
      });
    const why = await server.connection
      .ask('join', '#tea')
      .catch((each: unknown) => each as Refused);
    expect(why).toMatchObject({
      code: 'not_on_channel',
      message: 'You are not there.',
      retryAfter: 3,
    });
  });

  it('hands on several frames of one message, in their order', async () => {
    const seen: string[] = [];
    server.connection.onevent = (event: ServerEvent) => seen.push(event.kind);
    server.send({ quit: 'bob' }, { future: 1 }, { status: 'idle', user: 'bob' });
    await vi.waitFor(() => expect(seen).toEqual(['quit', 'status']));
  });

  it('comes back by itself, and what was asked is told to be cut', async () => {
    const asked = server.connection.ask('ping', 'x').catch((why: unknown) => why as Refused);
    await vi.waitFor(() => expect(server.asked).toHaveLength(1));
    server.cut();
    expect(await asked).toMatchObject({ isCut: true });
    await connected();
  });

  it('stays off when the server says that it is over', async () => {
    server.send({ closing: 'banned', again: false });
    await vi.waitFor(() => expect(server.connection.state).toBe('off'));
    await expect(server.connection.ask('ping', 'x')).rejects.toMatchObject({ isCut: true });
  });
});
