import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginOf, dayOf } from '../src/lib/days';

describe('a day', () => {
  it('begins at midnight of the reader', () => {
    expect(beginOf('2026-03-01')).toBe(new Date(2026, 2, 1).getTime());
  });

  it('is that of each of its moments, and begins before them', () => {
    const moments = fc.date({
      min: new Date(2020, 0, 1),
      max: new Date(2100, 0, 1),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (moment) => {
        const begin = beginOf(dayOf(moment.getTime()))!;
        expect(begin).toBeLessThanOrEqual(moment.getTime());
        expect(moment.getTime() - begin).toBeLessThan(26 * 3_600_000);
        expect(dayOf(begin - 1)).not.toBe(dayOf(begin));
      }),
    );
  });

  it('has to be one', () => {
    for (const text of ['', 'soon', '2026-02-30', '2026-3-1', '20260301']) {
      expect(beginOf(text)).toBeUndefined();
    }
  });
});
