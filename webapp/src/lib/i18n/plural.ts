/** Chooses the word for a number as the language does: French counts zero as one, English does not. */
export function plural(language: string, count: number, one: string, other: string): string {
  return new Intl.PluralRules(language).select(count) === 'one' ? one : other;
}
