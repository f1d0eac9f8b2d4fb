import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../src/lib/format/blocks';
import { actionOf } from '../src/lib/format/irc';
import type { Block, Inline } from '../src/lib/format/tree';

const inline = (text: string): Inline[] => {
  const [block] = blocksOf(text);
  return block && block.type !== 'code' ? block.children : [];
};
const text = (words: string): Inline => ({ type: 'text', text: words });

describe('what is written', () => {
  it.each<[string, Inline[]]>([
    ['**bold** word', [{ type: 'bold', children: [text('bold')] }, text(' word')]],
    [
      'an *italic* word',
      [text('an '), { type: 'italic', children: [text('italic')] }, text(' word')],
    ],
    ['_also_', [{ type: 'italic', children: [text('also')] }]],
    ['~~gone~~', [{ type: 'struck', children: [text('gone')] }]],
    ['`**code**`', [{ type: 'code', text: '**code**' }]],
    [
      '**a *b* c**',
      [
        {
          type: 'bold',
          children: [text('a '), { type: 'italic', children: [text('b')] }, text(' c')],
        },
      ],
    ],
    ['\x02bold\x02', [{ type: 'bold', children: [text('bold')] }]],
    ['\x0304,01red\x03 plain', [text('red plain')]],
    ['2 * 3 * 4', [text('2 * 3 * 4')]],
    ['snake_case_name', [text('snake_case_name')]],
    ['**open', [text('**open')]],
    ['@lea, come', [{ type: 'mention', name: 'lea', text: '@lea' }, text(', come')]],
    ['me@example.org', [text('me@example.org')]],
    ['in #café!', [text('in '), { type: 'channel', name: '#café' }, text('!')]],
    ['number #12', [text('number #12')]],
  ])('%j is read as it is meant', (written, meant) => {
    expect(inline(written)).toEqual(meant);
  });

  it.each([
    ['see https://salon.example/a_b_c.', 'https://salon.example/a_b_c'],
    ['(https://salon.example/x_(y))', 'https://salon.example/x_(y)'],
    ['mailto:lea@salon.example', 'mailto:lea@salon.example'],
  ])('%j has a link', (written, href) => {
    expect(inline(written)).toContainEqual({ type: 'link', href, text: href });
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'https://'])(
    '%j is no link',
    (written) => {
      expect(inline(written)).toEqual([text(written)]);
    },
  );

  it('has quotes and blocks of code', () => {
    expect(blocksOf('> said\nanswer\n```java\nint x;\n\n```\nend')).toEqual<Block[]>([
      { type: 'quote', children: [text('said')] },
      { type: 'paragraph', children: [text('answer')] },
      { type: 'code', language: 'java', text: 'int x;\n' },
      { type: 'paragraph', children: [text('end')] },
    ]);
  });

  it('is text where a block of code does not end', () => {
    expect(blocksOf('```\nint x;')).toEqual([
      { type: 'paragraph', children: [text('```\nint x;')] },
    ]);
  });

  it('cannot turn the direction of what follows', () => {
    expect(inline('a\u202eb')).toEqual([text('ab')]);
  });

  it('may be what somebody does', () => {
    expect(actionOf('\x01ACTION waves\x01')).toBe('waves');
    expect(actionOf('waves')).toBeUndefined();
  });
});

const hostile = fc.string({
  unit: fc.constantFrom(
    ...[
      '*',
      '**',
      '_',
      '~~',
      '`',
      '```',
      '```js',
      '\n',
      '> ',
      '@',
      '#',
      'a',
      ' ',
      '<script>',
      '"',
      '\x02',
    ],
    ...[
      'https://',
      'javascript:',
      '(',
      ')',
      '\x0304',
      '\u202e',
      '\ud800',
      '👍',
      '\\',
      '&lt;',
      'http://[',
      ':',
    ],
  ),
  maxLength: 200,
});

describe('whatever is written', () => {
  it('keeps every letter, and links nowhere but to the web and to mail', () => {
    fc.assert(
      fc.property(hostile, (written) => {
        const blocks = blocksOf(written);
        expect(letters(blocks)).toBe(written.replace(/\x0304|[^a👍]/gu, ''));
        for (const href of links(blocks)) expect(href).toMatch(/^(https?:|mailto:)/);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['*', '**a ', '`', '_a', '[', '> ', '@', '```\n', '*a* ', '(https://x', '#a_', '\x02'])(
    'is read in time, also when it is %j thousands of times',
    (unit) => {
      const begin = performance.now();
      blocksOf(unit.repeat(Math.ceil(60_000 / unit.length)));
      // Far above what it takes, and far below what anything but linear would.
      expect(performance.now() - begin).toBeLessThan(5_000);
    },
  );
});

/** The letters that no mark is made of, in their order. */
function letters(blocks: readonly Block[]): string {
  const all = blocks.map((block) =>
    block.type === 'code' ? block.language + block.text : words(block.children),
  );
  return all.join('').replace(/[^a👍]/gu, '');
}

function words(nodes: readonly Inline[]): string {
  return nodes
    .map((node) =>
      'children' in node ? words(node.children) : node.type === 'channel' ? node.name : node.text,
    )
    .join('');
}

function links(blocks: readonly Block[]): string[] {
  const of = (nodes: readonly Inline[]): string[] =>
    nodes.flatMap((node) =>
      'children' in node ? of(node.children) : node.type === 'link' ? [node.href] : [],
    );
  return blocks.flatMap((block) => (block.type === 'code' ? [] : of(block.children)));
}
