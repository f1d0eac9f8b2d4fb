import { describe, expect, it } from 'vitest';
import { tokensOf, type Token } from '../src/lib/format/highlight';

const plain = (tokens: readonly Token[]): string =>
  tokens.map((token) => (typeof token === 'string' ? token : plain(token.children))).join('');

describe('code in colours', () => {
  it('is a tree of tokens that holds all of the code', () => {
    const code = 'final class X {\n  int y = 1; // "no"\n}';
    const tokens = tokensOf(code, 'java');
    expect(plain(tokens)).toBe(code);
    expect(tokens).toContainEqual({ kind: 'keyword', children: ['final'] });
  });

  it('keeps what is inside another language', () => {
    const code = '<script>let x = "</b>";</script><style>a { color: red }</style>';
    expect(plain(tokensOf(code, 'xml'))).toBe(code);
  });

  it('is plain in a language that nobody knows', () => {
    expect(tokensOf('x', 'klingon')).toEqual(['x']);
  });
});
