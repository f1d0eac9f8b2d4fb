import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { eventOf } from '../src/lib/protocol';

const PROTOCOL = '../protocol';

interface FrameFile {
  fields: Record<string, unknown>;
  examples: object[];
}

/** The documents of what goes in one direction, by the key of their frame. */
function files(direction: 'client' | 'server'): [string, FrameFile][] {
  return readdirSync(`${PROTOCOL}/${direction}`).map((name) => [
    name.replace(/\.json$/, ''),
    JSON.parse(readFileSync(`${PROTOCOL}/${direction}/${name}`, 'utf8')) as FrameFile,
  ]);
}

/** The names of an interface's members: types are gone when tests run, so the source is read. */
function members(of: string): string[] {
  const path = 'src/lib/protocol.ts';
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const found = source.statements.filter(ts.isInterfaceDeclaration);
  const type = found.find((each) => each.name.text === of);
  return type?.members.map((each) => (each.name as ts.Identifier).text) ?? [];
}

describe('the documents of the protocol', () => {
  it.each(files('server'))('have %s as the app knows it', (key, { examples }) => {
    expect(examples).not.toHaveLength(0);
    for (const example of examples) expect(eventOf(example)?.kind).toBe(key);
  });

  it('have everything that the app asks', () => {
    const asks = members('Asks');
    expect(asks).toContain('channel_message');
    expect(files('client').map(([key]) => key)).toEqual(expect.arrayContaining(asks));
  });

  it('have every field of what the app is told', () => {
    const conversation = files('client').find(([key]) => key === 'conversations')?.[1];
    const listed = JSON.stringify(conversation?.examples);
    const fields = members('ConversationInfo');
    expect(fields).toContain('first_unread');
    for (const field of fields) expect(listed).toContain(`"${field}":`);
  });
});
