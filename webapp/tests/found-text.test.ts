import { describe, expect, it } from 'vitest';
import { lineOf, runsOf } from '../src/lib/found-text';

const said = (runs: { text: string }[]) => runs.map((run) => run.text).join('');
const marked = (runs: { text: string; isMarked: boolean }[]) =>
  runs.filter((run) => run.isMarked).map((run) => run.text);

describe('the text of a hit', () => {
  it('is whole when it is short, and has its marks', () => {
    const runs = runsOf('Le thé est prêt', [[3, 3]]);
    expect(said(runs)).toBe('Le thé est prêt');
    expect(marked(runs)).toEqual(['thé']);
  });

  it('is cut around what was found when it is long', () => {
    const text = 'mot '.repeat(200) + 'réunion' + ' suite'.repeat(200);
    const runs = runsOf(text, [[800, 7]]);
    expect(said(runs).length).toBeLessThan(400);
    expect(said(runs)).toMatch(/^….*réunion.*…$/);
    expect(marked(runs)).toEqual(['réunion']);
  });

  it('loses the formatting of IRC and nothing else', () => {
    const runs = runsOf('\u0002gras\u0002 \u000304rouge\u0003', [
      [1, 4],
      [10, 5],
    ]);
    expect(said(runs)).toBe('gras rouge');
    expect(marked(runs)).toEqual(['gras', 'rouge']);
  });

  it('is on one line where it stands around', () => {
    expect(lineOf('un\n deux')).toBe('un deux');
  });
});
