import { plain } from './fuzzy';
import type { LanguageCode } from './i18n/language.svelte';

/** What may be said of a message beside its words. */
export type FilterKind = 'from' | 'in' | 'before' | 'after' | 'on' | 'has';

/** A filter as it is written in a search. */
export interface Filter {
  kind: FilterKind;
  value: string;
  written: string;
}

const FRENCH: Record<FilterKind, string> = {
  from: 'de',
  in: 'dans',
  before: 'avant',
  after: 'après',
  on: 'le',
  has: 'contient',
};
const KINDS: ReadonlyMap<string, FilterKind> = new Map(
  (Object.keys(FRENCH) as FilterKind[]).flatMap((kind) => [
    [kind, kind] as const,
    [plain(FRENCH[kind]), kind] as const,
  ]),
);

/** A filter as the language of the app has it: `de:jules`. */
export function filterText(kind: FilterKind, value: string, language: LanguageCode): string {
  return `${language === 'fr' ? FRENCH[kind] : kind}:${value}`;
}

/** The filters in a search, in order. */
export function filtersIn(text: string): Filter[] {
  return words(text).flatMap((written) => {
    const colon = written.indexOf(':');
    const kind = colon > 0 ? KINDS.get(plain(written.slice(0, colon))) : undefined;
    const value = written.slice(colon + 1);
    return kind && value ? [{ kind, value, written }] : [];
  });
}

/** The same search without some of its words. */
export function without(text: string, ...written: readonly string[]): string {
  return words(text)
    .filter((word) => !written.includes(word))
    .join(' ');
}

/** The same search with one more filter, in place of one of its kind that can only be there once. */
export function withFilter(text: string, kind: FilterKind, added: string): string {
  const isOnce = kind !== 'from' && kind !== 'in';
  const former = isOnce ? filtersIn(text).filter((each) => each.kind === kind) : [];
  return `${without(text, ...former.map((each) => each.written))} ${added}`.trim();
}

/** Two other ways to search for what was not found. */
export function otherWays(text: string): string[] {
  const filters = filtersIn(text);
  const bare = without(text, ...filters.map((each) => each.written));
  const plainWords = (bare.match(/[\p{L}\p{N}]+/gu) ?? []).sort((a, b) => b.length - a.length);
  const longest = plainWords[0];
  const ways = [
    filters.length > 0 && bare,
    plainWords.length > 1 && longest,
    longest && longest.length > 3 && `${longest.slice(0, Math.max(3, longest.length - 2))}*`,
    longest && longest.length > 2 && `${longest.slice(0, 2)}*`,
  ];
  const fresh = ways.filter((way): way is string => Boolean(way) && way !== text);
  return [...new Set(fresh)].slice(0, 2);
}

/** What stands between spaces; a quote goes on until it is closed. */
function words(text: string): string[] {
  return text.match(/[^\s"]*"[^"]*"?|\S+/g) ?? [];
}
