import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY, MOST, withChanged, withNew, withNewer, withOlder } from '../src/lib/window';
import { range, said } from './people';

const page = (from: number, to: number, moreBefore: boolean, moreAfter: boolean) => ({
  entries: range(from, to),
  moreBefore,
  moreAfter,
});
const full = withNewer(EMPTY, page(1000, 1000 + MOST, true, false));

describe('the window over history', () => {
  it('gets an older page in front and lets go of its newest rows', () => {
    const older = withOlder(full, page(950, 1000, true, true));
    expect(older.entries).toHaveLength(MOST);
    expect(older.entries[0]!.seq).toBe(950);
    expect(older.moreAfter).toBe(true);
  });

  it('gets a newer page at the end and lets go of its oldest rows', () => {
    const newer = withNewer(
      { ...full, moreAfter: true },
      page(1000 + MOST, 1050 + MOST, true, false),
    );
    expect(newer.entries.at(-1)!.seq).toBe(1049 + MOST);
    expect(newer.moreBefore).toBe(true);
    expect(newer.moreAfter).toBe(false);
  });

  it('has each message once, however pages overlap', () => {
    const twice = withOlder(withNewer(EMPTY, page(10, 20, true, false)), page(5, 15, false, true));
    expect(twice.entries.map((entry) => entry.seq)).toEqual(range(5, 20).map((entry) => entry.seq));
  });

  it('keeps the key of a row whose message comes again', () => {
    const pending = withNew(EMPTY, said(1, { key: 'own id' }), true);
    const stored = withNew(pending, said(1, { text: 'as stored' }), true);
    expect(stored.entries[0]).toMatchObject({ key: 'own id', text: 'as stored' });
  });

  it('takes what is new only where it ends at the present', () => {
    const above = { ...full, moreAfter: true };
    expect(withNew(above, said(5000), true)).toBe(above);
  });

  it('keeps the rows of who reads above when it is full', () => {
    const kept = withNew(full, said(5000), false);
    expect(kept.entries).toBe(full.entries);
    expect(kept.moreAfter).toBe(true);
    expect(withNew(full, said(5000), true).entries.at(-1)!.seq).toBe(5000);
  });

  it('changes one message and leaves the others as they are', () => {
    const changed = withChanged(
      full,
      'm1001',
      (entry) => ({ ...entry, text: 'new' }) as typeof entry,
    );
    expect(changed.entries[1]).toMatchObject({ text: 'new' });
    expect(changed.entries[2]).toBe(full.entries[2]);
    expect(withChanged(full, 'unknown', () => said(1))).toBe(full);
  });

  it('is always in order, without gaps or doubles, and never too long', () => {
    const step = fc.constantFrom('older', 'newer', 'new');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(step, fc.integer({ min: 1, max: 90 })), { maxLength: 60 }),
        (steps) => {
          let last = 2050;
          let window = withNewer(EMPTY, page(2000, last, true, false));
          for (const [kind, size] of steps) {
            const first = window.entries[0]!.seq;
            const end = window.entries.at(-1)!.seq + 1;
            if (kind === 'older') {
              window = withOlder(
                window,
                page(Math.max(0, first - size), first, first > size, true),
              );
            } else if (kind === 'newer') {
              const to = Math.min(last, end + size);
              window = withNewer(window, page(end, to, true, to < last));
            } else {
              window = withNew(window, said(last++), size % 2 === 0);
            }
            const seqs = window.entries.map((entry) => entry.seq);
            expect(seqs).toEqual(range(seqs[0]!, seqs[0]! + seqs.length).map((entry) => entry.seq));
            expect(seqs.length).toBeLessThanOrEqual(MOST);
            if (!window.moreAfter) expect(seqs.at(-1)).toBe(last - 1);
          }
        },
      ),
    );
  });
});
