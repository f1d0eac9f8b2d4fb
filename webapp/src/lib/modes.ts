/** What is set on a channel, as its modes say it: `+HnrtlS 10 30`. */
export interface Modes {
  flags: string;
  /** Seconds between two messages of a person; 0 for none. */
  slow: number;
}

/** Reads them: what follows a space is a parameter. */
export function modesOf(text: string | undefined): Modes {
  const [letters = '', ...params] = (text ?? '').split(' ');
  const withParameter = [...letters].filter((letter) => letter === 'l' || letter === 'S');
  const slow = Number(params[withParameter.indexOf('S')] ?? 0);
  return { flags: letters, slow };
}
