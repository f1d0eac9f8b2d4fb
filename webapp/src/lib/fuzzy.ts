/** A text as it is searched: without accents, in small letters. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * How well a name fits what was typed: higher is better, nothing when it does not. All letters have
 * to be there in order; beginnings of words and unbroken runs count more.
 */
export function score(typed: string, name: string): number | undefined {
  const needle = plain(typed.trim());
  const hay = plain(name);
  if (needle === '') return 0;
  const whole = hay.indexOf(needle);
  if (whole >= 0) return 1000 - whole * 2 - hay.length + (isStart(hay, whole) ? 200 : 0);
  let points = 0;
  let at = -1;
  for (const letter of needle) {
    const next = hay.indexOf(letter, at + 1);
    if (next < 0) return undefined;
    points += next === at + 1 ? 12 : isStart(hay, next) ? 8 : 1;
    at = next;
  }
  return points - hay.length / 10;
}

function isStart(hay: string, at: number): boolean {
  return at === 0 || /[^\p{L}\p{N}]/u.test(hay[at - 1]!);
}

/** Those that fit, best first; what fits equally stays in its order. */
export function ranked<T>(typed: string, things: readonly T[], nameOf: (thing: T) => string): T[] {
  return things
    .map((thing) => ({ thing, points: score(typed, nameOf(thing)) }))
    .filter((each): each is { thing: T; points: number } => each.points !== undefined)
    .sort((a, b) => b.points - a.points)
    .map((each) => each.thing);
}

/** How many letters have to be changed to make one word the other. */
export function distance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    for (let column = 1; column <= other.length; column++) {
      const change = one[row - 1] === other[column - 1] ? 0 : 1;
      line.push(Math.min(above[column]! + 1, line[column - 1]! + 1, above[column - 1]! + change));
    }
    above = line;
  }
  return above[other.length]!;
}
