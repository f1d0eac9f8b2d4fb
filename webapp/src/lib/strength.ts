/**
 * How hard a password is to guess, from 0 (too short to be taken) to 4: mostly by its length, and by
 * how many different letters and kinds of them it has. A hint; the server decides.
 */
export function strengthOf(password: string, least: number): number {
  if (password.length < least) return 0;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u];
  const variety = kinds.filter((kind) => kind.test(password)).length;
  const different = new Set(password).size;
  const points = Math.min(password.length, different * 2) + variety * 2;
  return points < 14 ? 1 : points < 20 ? 2 : points < 26 ? 3 : 4;
}
