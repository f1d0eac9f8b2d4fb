import { inlineOf } from './inline';
import { withoutControls } from './irc';
import type { Block } from './tree';

const FENCE = /^```([\w+#.-]{0,20})[ \t]*$/;

/** Parses what somebody wrote. Whatever it is, the result is a tree that holds all of its text. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = withoutControls(text).split('\n');
  let at = 0;
  while (at < lines.length) {
    const fence = FENCE.exec(lines[at]!);
    const end = fence ? lines.indexOf('```', at + 1) : -1;
    if (fence && end > 0) {
      const code = lines.slice(at + 1, end).join('\n');
      blocks.push({ type: 'code', language: fence[1]!, text: code });
      at = end + 1;
      continue;
    }
    const type = isQuote(lines[at]!) ? 'quote' : 'paragraph';
    const from = at++;
    while (at < lines.length && isQuote(lines[at]!) === (type === 'quote')) {
      if (FENCE.test(lines[at]!) && lines.indexOf('```', at + 1) > 0) break;
      at++;
    }
    const run = lines.slice(from, at).map((line) => (type === 'quote' ? line.slice(2) : line));
    const words = type === 'paragraph' ? trimmed(run) : run;
    if (words.length > 0) blocks.push({ type, children: inlineOf(words.join('\n')) });
  }
  return blocks;
}

function isQuote(line: string): boolean {
  return line.startsWith('> ');
}

/** Without empty lines around: blocks bring their own distance. */
function trimmed(lines: string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return first < 0 ? [] : lines.slice(first, last + 1);
}
