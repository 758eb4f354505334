/** What is said about to-do and shopping lists. */
import { sentence } from './phrasing.ts';

/** Clauses without capital and full stop; `items` are joined already, `isMany` tells whether they are several. */
export type ListPhrases = {
  readonly list: (items: readonly string[]) => string;
  readonly theName: (name: string) => string;
  readonly added: (items: string, isMany: boolean, list: string) => string;
  readonly wasListed: (items: string, isMany: boolean, list: string) => string;
  readonly completed: (items: string, isMany: boolean) => string;
  readonly removed: (items: string, isMany: boolean, list: string) => string;
  readonly holds: (items: string, isMany: boolean, list: string) => string;
  /** As the last of the items. */
  readonly more: (count: number) => string;
  readonly empty: (list: string) => string;
  readonly unread: (list: string) => string;
};

export type ListChange = {
  readonly list: string;
  readonly items: readonly string[];
  readonly became: 'added' | 'wasListed' | 'completed' | 'removed';
};

export type ListWords = {
  readonly changed: (change: ListChange) => string;
  /** What is still open on it; null when the list did not answer. */
  readonly read: (name: string, items: readonly string[] | null) => string;
};

/** More than these in a row nobody remembers. */
const readLimit = 10;

export function listWords(phrases: ListPhrases): ListWords {
  const { list, theName } = phrases;
  return {
    changed: ({ list: name, items, became }) =>
      sentence(phrases[became](list(items), items.length > 1, theName(name))),
    read: (name, items) => {
      if (items === null) return sentence(phrases.unread(theName(name)));
      if (items.length === 0) return sentence(phrases.empty(theName(name)));
      const shown = items.slice(0, readLimit);
      const rest = items.length - shown.length;
      const said = rest > 0 ? [...shown, phrases.more(rest)] : shown;
      return sentence(phrases.holds(list(said), said.length > 1, theName(name)));
    },
  };
}
