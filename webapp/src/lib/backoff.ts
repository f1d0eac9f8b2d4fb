const FIRST = 400;
const LONGEST = 15_000;

/**
 * How long to wait before the next attempt, in milliseconds: twice as long each time, and anywhere
 * in its second half, so that a thousand browsers do not come back at once.
 */
export function pauseBefore(attempt: number, random: () => number = Math.random): number {
  const whole = Math.min(LONGEST, FIRST * 2 ** attempt);
  return whole / 2 + (random() * whole) / 2;
}
