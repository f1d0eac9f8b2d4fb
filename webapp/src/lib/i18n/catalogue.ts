import type { fr } from './fr';

/** What every language has to say: the keys of the French catalogue, with texts of its own. */
export type Catalogue = Widened<typeof fr>;

type Widened<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : T[K] extends readonly string[]
        ? readonly string[]
        : Widened<T[K]>;
};
