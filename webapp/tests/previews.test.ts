import { expect, test } from 'vitest';
import { entryOf, withText } from '../src/lib/message';
import { eventOf } from '../src/lib/protocol';
import { said } from './people';

const one = { url: 'https://one.example/', site: 'One', title: 'First', description: '' };
const two = { url: 'https://two.example/', site: 'Two', title: 'Second', description: 'More' };

test('a message has the previews that the server says, or none', () => {
  const frame = {
    channel_message: 'https://one.example/',
    channel: '#tea',
    user: 'lea',
    time: '2026-03-01T10:00:00.000Z',
    seq: 1,
    msgid: 'm1',
  };
  expect(entryOf(frame)).toMatchObject({ previews: [] });
  expect(entryOf({ ...frame, previews: [one] })).toMatchObject({ previews: [one] });
});

test('what is edited away has no preview any more', () => {
  const message = said(1, { text: `${one.url} ${two.url}`, previews: [one, two] });
  expect(withText(message, `only ${two.url}`)).toMatchObject({ edited: true, previews: [two] });
});

test('previews are told in a frame of their own, which is no line of the timeline', () => {
  const frame = { previewed: 'm1', previews: [one], user: 'lea', channel: '#tea' };
  expect(eventOf(frame)?.kind).toBe('previewed');
  expect(entryOf({ ...frame, time: '2026-03-01T10:00:00.000Z', seq: 2, msgid: 'm2' })).toBe(
    undefined,
  );
});
