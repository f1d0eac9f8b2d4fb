import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorOf, isAtEnd, NEAR, restored, type RowBox } from '../src/lib/scroll';

function boxes(rows: readonly { key: string; height: number }[]): RowBox[] {
  let top = 0;
  return rows.map(({ key, height }) => {
    const box = { key, top, height };
    top += height;
    return box;
  });
}

const heights = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 80 });

describe('the place of the reader', () => {
  it('is at the end within a hundred pixels of it', () => {
    expect(isAtEnd(1000 - 500 - NEAR, 500, 1000)).toBe(true);
    expect(isAtEnd(1000 - 500 - NEAR - 1, 500, 1000)).toBe(false);
  });

  it('is kept by the first row that begins in the view, but by the first of all', () => {
    const rows = boxes(['a', 'b', 'c', 'd'].map((key) => ({ key, height: 100 })));
    expect(anchorOf(rows, 0, 300)).toEqual({ key: 'b', offset: 100 });
    expect(anchorOf(rows, 100, 300)).toEqual({ key: 'b', offset: 0 });
    expect(anchorOf(rows, 101, 300)).toEqual({ key: 'c', offset: 99 });
    expect(anchorOf([], 0, 300)).toBeUndefined();
  });

  it('is kept by the row that fills the view', () => {
    const rows = boxes([
      { key: 'tall', height: 1000 },
      { key: 'next', height: 100 },
    ]);
    expect(anchorOf(rows, 100, 300)).toEqual({ key: 'tall', offset: -100 });
  });

  it('does not move by a pixel, whatever is put in before and after, and whatever grows there', () => {
    fc.assert(
      fc.property(
        heights,
        heights,
        heights,
        fc.nat(1000),
        fc.nat(500),
        (rows, before, after, at, growth) => {
          const old = boxes(rows.map((height, index) => ({ key: `row ${index}`, height })));
          const end = old.at(-1)!;
          const scrollTop = at % (end.top + end.height);
          const anchor = anchorOf(old, scrollTop, 300)!;
          const now = boxes([
            ...before.map((height, index) => ({ key: `before ${index}`, height })),
            ...rows.map((height, index) => ({
              key: `row ${index}`,
              height: `row ${index}` < anchor.key ? height + growth : height,
            })),
            ...after.map((height, index) => ({ key: `after ${index}`, height })),
          ]);
          const next = restored(now, anchor)!;
          const shown = now.find((row) => row.key === anchor.key)!.top - next;
          const wasShown = old.find((row) => row.key === anchor.key)!.top - scrollTop;
          expect(shown).toBe(wasShown);
        },
      ),
    );
  });

  it('is lost with its row', () => {
    expect(restored(boxes([{ key: 'a', height: 10 }]), { key: 'b', offset: 0 })).toBeUndefined();
  });
});
