/** What is being typed that could be completed: its kind, what is there of it, and where it begins. */
export interface Typed {
  kind: 'person' | 'channel' | 'emoji' | 'command';
  text: string;
  from: number;
  to: number;
}

const OPENERS = { '@': 'person', '#': 'channel', ':': 'emoji' } as const;

/** What the caret stands at the end of, if it can be completed. */
export function typedAt(text: string, caret: number): Typed | undefined {
  const before = text.slice(0, caret);
  const command = /^\/([^\s/]*)$/.exec(before);
  if (command) return { kind: 'command', text: command[1]!, from: 0, to: caret };
  const word = /(?:^|[\s(])([@#:])([^\s@#:]*)$/.exec(before);
  if (!word) return undefined;
  const kind = OPENERS[word[1] as keyof typeof OPENERS];
  if (kind === 'emoji' && word[2]!.length < 2) return undefined;
  return { kind, text: word[2]!, from: caret - word[2]!.length - 1, to: caret };
}

/** The text with the typed part replaced, and where the caret goes. */
export function completed(text: string, typed: Typed, by: string): { text: string; caret: number } {
  const rest = text.slice(typed.to);
  const insert = rest.startsWith(' ') ? by : by + ' ';
  return {
    text: text.slice(0, typed.from) + insert + rest,
    caret: typed.from + by.length + 1,
  };
}

/** The command that a text is, without its slash; nothing for speech. Two slashes are one of text. */
export function commandOf(text: string): { name: string; line: string } | undefined {
  const found = /^\/([\p{L}\p{N}_-]+)(?:\s|$)/u.exec(text);
  return found ? { name: found[1]!.toLowerCase(), line: text.slice(1).trim() } : undefined;
}

/** The text to say: `//` at the beginning is a slash that is meant. */
export function unescaped(text: string): string {
  return text.startsWith('//') ? text.slice(1) : text;
}
