import { linkAt } from './links';
import type { Inline } from './tree';

type Wrapped = 'bold' | 'italic' | 'struck';

// Longer marks first. The control characters are those of IRC clients.
const MARKS: readonly [string, Wrapped][] = [
  ['**', 'bold'],
  ['~~', 'struck'],
  ['*', 'italic'],
  ['_', 'italic'],
  ['\x02', 'bold'],
  ['\x1d', 'italic'],
  ['\x1e', 'struck'],
];
const DEEPEST = 6;
const MENTION = /@([^\s,*?!@.:;()[\]{}"'<>`~/\\]{1,64})/y;
const CHANNEL = /#(?=[^\s]*\p{L})[^\s,:;.!?()[\]{}"'<>`*~\x00-\x1f]{1,64}/uy;

/** Parses what stands in a line: marks that do not close are text, like everything unknown. */
export function inlineOf(text: string, depth = 0): Inline[] {
  return new Parser(text, depth).parse();
}

class Parser {
  readonly #text: string;
  readonly #depth: number;
  readonly #nodes: Inline[] = [];
  /** Marks that close nowhere in the rest: looked for once, so that hostile text costs no more. */
  readonly #unclosed = new Set<string>();
  #plainFrom = 0;
  #at = 0;

  constructor(text: string, depth: number) {
    this.#text = text;
    this.#depth = depth;
  }

  parse(): Inline[] {
    while (this.#at < this.#text.length) {
      if (!this.#takeCode() && !this.#takeMark() && !this.#takeWord()) this.#at++;
    }
    this.#flush();
    return this.#nodes;
  }

  #takeCode(): boolean {
    const mark = this.#text[this.#at]!;
    if (mark !== '`' && mark !== '\x11') return false;
    const end = this.#find(mark, this.#at + 1);
    if (end <= this.#at + 1) return false;
    this.#push({ type: 'code', text: this.#text.slice(this.#at + 1, end) }, end + 1);
    return true;
  }

  #takeMark(): boolean {
    if (this.#depth >= DEEPEST) return false;
    const found = MARKS.find(([mark]) => this.#text.startsWith(mark, this.#at));
    if (!found) return false;
    const [mark, type] = found;
    const from = this.#at + mark.length;
    const end = this.#opens(mark, from) ? this.#close(mark, from) : -1;
    if (end < 0) {
      this.#at += mark.length;
      return true;
    }
    const children = inlineOf(this.#text.slice(from, end), this.#depth + 1);
    this.#push({ type, children }, end + mark.length);
    return true;
  }

  #takeWord(): boolean {
    if (!isEdge(this.#text[this.#at - 1])) return false;
    const link = linkAt(this.#text, this.#at);
    if (link) {
      this.#push({ type: 'link', ...link }, this.#at + link.text.length);
      return true;
    }
    const mention = matchAt(MENTION, this.#text, this.#at);
    if (mention) {
      this.#push(
        { type: 'mention', name: mention.slice(1), text: mention },
        this.#at + mention.length,
      );
      return true;
    }
    const channel = matchAt(CHANNEL, this.#text, this.#at);
    if (!channel) return false;
    this.#push({ type: 'channel', name: channel }, this.#at + channel.length);
    return true;
  }

  #opens(mark: string, from: number): boolean {
    if (isControl(mark)) return from < this.#text.length;
    return isEdge(this.#text[from - mark.length - 1]) && !isSpace(this.#text[from]);
  }

  /** Where the mark closes: after a letter, and not in the middle of a word. */
  #close(mark: string, from: number): number {
    if (this.#unclosed.has(mark)) return -1;
    for (let end = this.#text.indexOf(mark, from + 1); end >= 0;) {
      const isClose = !isSpace(this.#text[end - 1]) && isEdge(this.#text[end + mark.length]);
      if (isControl(mark) || isClose) return end;
      end = this.#text.indexOf(mark, end + 1);
    }
    this.#unclosed.add(mark);
    return -1;
  }

  #find(mark: string, from: number): number {
    if (this.#unclosed.has(mark)) return -1;
    const end = this.#text.indexOf(mark, from);
    if (end < 0) this.#unclosed.add(mark);
    return end;
  }

  #push(node: Inline, next: number): void {
    this.#flush();
    this.#nodes.push(node);
    this.#at = this.#plainFrom = next;
  }

  #flush(): void {
    const text = this.#text.slice(this.#plainFrom, this.#at);
    if (text)
      this.#nodes.push({ type: 'text', text: text.replace(/[\x02\x1d\x1e\x11\x0f\x16]/g, '') });
    this.#plainFrom = this.#at;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function isControl(mark: string): boolean {
  return mark < ' ';
}

function isSpace(letter: string | undefined): boolean {
  return letter === undefined || /\s/.test(letter);
}

function isEdge(letter: string | undefined): boolean {
  return letter === undefined || !/[\p{L}\p{N}_/]/u.test(letter);
}
