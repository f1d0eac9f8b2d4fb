import { fold } from './place';

/** Which of the six hues of a theme belongs to somebody: always the same one. */
export function hueOf(user: string): string {
  let sum = 0;
  for (const letter of fold(user)) sum = (sum * 31 + letter.codePointAt(0)!) >>> 0;
  return `var(--hue-${sum % 6})`;
}

/** The letters that stand for somebody who shows no picture. */
export function initials(name: string): string {
  const words = name.split(/[\s_.-]+/).filter(Boolean);
  const letters = words.slice(0, 2).map((word) => [...word][0]!);
  return letters.join('').toUpperCase() || '?';
}
