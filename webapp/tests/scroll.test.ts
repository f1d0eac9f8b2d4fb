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

  it('is kept by the first row that reaches into the view', () => {
    const rows = boxes([
      { key: 'a', height: 100 },
      { key: 'b', height: 100 },
    ]);
    expect(anchorOf(rows, 100)).toEqual({ key: 'b', offset: 0 });
    expect(anchorOf(rows, 99)).toEqual({ key: 'a', offset: -99 });
    expect(anchorOf([], 0)).toBeUndefined();
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
          const anchor = anchorOf(old, scrollTop)!;
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
