import { withoutControls } from './format/irc';

/** A run of a text, and whether it is what was searched for. */
export interface Run {
  text: string;
  isMarked: boolean;
}

// What makes letters bold, struck or code: a hit is shown without.
const MARKS = /[\x02\x11\x1d\x1e`]|\*\*|~~/g;
const BEFORE = 60;
const MOST = 320;

/** The part of a text around what was found, in runs; each mark is its start and its length. */
export function runsOf(text: string, marks: readonly (readonly [number, number])[]): Run[] {
  const first = marks[0]?.[0] ?? 0;
  const begin = first > BEFORE + 20 ? wordFrom(text, first - BEFORE) : 0;
  const end = Math.min(text.length, begin + MOST);
  const runs: Run[] = [];
  let at = begin;
  for (const [start, length] of marks) {
    if (start < at || start + length > end) continue;
    add(runs, text.slice(at, start), false);
    add(runs, text.slice(start, start + length), true);
    at = start + length;
  }
  add(runs, text.slice(at, end) + (end < text.length ? '…' : ''), false);
  if (begin > 0) runs.unshift({ text: '…', isMarked: false });
  return runs;
}

/** A text on one line, for what stands around. */
export function lineOf(text: string): string {
  return visible(text).replace(/\s+/g, ' ').slice(0, 160);
}

function add(runs: Run[], text: string, isMarked: boolean): void {
  const shown = visible(text);
  if (shown) runs.push({ text: shown, isMarked });
}

function visible(text: string): string {
  return withoutControls(text.replace(/^\x01ACTION /, '')).replace(MARKS, '');
}

function wordFrom(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space < 0 || space > at + 30 ? at : space + 1;
}
