import { describe, expect, it } from 'vitest';
import { levelOf } from '../src/lib/attention';
import { Connection } from '../src/lib/connection.svelte';
import { Conversation } from '../src/lib/conversation.svelte';
import { emptyInfo } from '../src/lib/conversations.svelte';
import { addressOf, othersIn, titleOf, without, withPerson } from '../src/lib/groups';
import { People } from '../src/lib/people.svelte';
import { isSame } from '../src/lib/place';
import { rowsOf } from '../src/lib/timeline';
import type { Note } from '../src/lib/message';

const PLACE = { channel: '#~k3w7q2mx5hd4rbva' };

function person(user: string) {
  return { user, account: user, display_name: user };
}

function reader() {
  const people = new People();
  people.learn({ user: 'lea', display_name: 'Léa' });
  return { people, me: 'jules', isMe: (user: string | null | undefined) => isSame(user, 'jules') };
}

function conversation(place: { channel: string } | { other_user: string }, topic = '') {
  const people = ['jules', 'lea', 'sam'].map(person);
  const info = { ...emptyInfo(place), topic, people };
  return new Conversation(place, info, new Connection('ws://localhost'));
}

describe('a group', () => {
  it('goes by its name, and without one by those of the others', () => {
    expect(titleOf(reader(), conversation(PLACE, 'Sortie'))).toBe('Sortie');
    expect(titleOf(reader(), conversation(PLACE))).toBe('Léa, sam');
    expect(othersIn(reader(), conversation(PLACE))).toEqual(['lea', 'sam']);
    const alone = conversation(PLACE);
    alone.change({ people: [person('jules')] });
    expect(titleOf(reader(), alone)).toBe('jules');
  });

  it('has no sign, unlike channels and people', () => {
    expect(addressOf(reader(), conversation(PLACE, 'Sortie'))).toBe('Sortie');
    expect(addressOf(reader(), conversation({ channel: '#tea' }))).toBe('#tea');
    expect(addressOf(reader(), conversation({ other_user: 'lea' }))).toBe('@Léa');
  });

  it('tells of everything and lets everybody pin, as private talk does', () => {
    expect(levelOf(conversation(PLACE))).toBe('everything');
    expect(conversation(PLACE).mayPin).toBe(true);
    expect(levelOf(conversation({ channel: '#tea' }))).toBe('mentions');
  });

  it('knows who came and who left', () => {
    const people = withPerson([person('lea')], person('sam'));
    expect(withPerson(people, person('LEA')).map(({ user }) => user)).toEqual(['sam', 'LEA']);
    expect(without(people, 'Sam').map(({ user }) => user)).toEqual(['lea']);
  });

  it('shows who was added and who left, and not who connects', () => {
    const notes = ['joined', 'added', 'quit', 'left', 'modes', 'topic'].map(
      (kind, at) =>
        ({ type: 'note', kind, key: kind, msgid: kind, seq: at, time: at, frame: {} }) as Note,
    );
    const options = { unreadFrom: null, showsArrivals: true, moreBefore: false, isGroup: true };
    const rows = rowsOf(notes, options).filter((row) => row.type === 'note');
    expect(rows.map((row) => row.key)).toEqual(['added', 'left', 'topic']);
  });
});
