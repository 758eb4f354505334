/** Finding the word a client asks for. */
import { RequestError } from '../../core/errors.ts';
import { didYouMean } from '../../core/nearest.ts';
import type { WakeWord } from './engine.ts';

/** The name a phrase gets when its user gives none: `hey athena` → `hey_athena`. */
export const nameOfPhrase = (phrase: string): string =>
  phrase
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/gu, '_');

/** Clients remember names of other servers and versions: case, separators and a version at the end do not count. */
const plainName = (name: string): string => nameOfPhrase(name).replace(/_v\d+(?:\.\d+)*$/u, '');

/** The word that is meant by an asked name or phrase. */
export function findWord<T extends WakeWord>(asked: string, words: readonly T[]): T | undefined {
  const plain = plainName(asked);
  return (
    words.find(({ name }) => name === asked) ??
    words.find(({ name, phrase }) => plainName(name) === plain || plainName(phrase) === plain)
  );
}

/**
 * Each asked name, or every word when none is asked for.
 * @throws RequestError `REQUEST_INVALID` for a name that is no word, naming the nearest.
 */
export function checkNames(asked: readonly string[] | undefined, words: readonly WakeWord[]): void {
  for (const name of asked ?? []) {
    if (findWord(name, words)) continue;
    const nearest = didYouMean(
      name,
      words.map((word) => word.name),
    );
    throw new RequestError('REQUEST_INVALID', `unknown wake word "${name}"${nearest}`);
  }
}

/**
 * What to listen for: a word's own name → the name that the client knows it by. Names that are no word (any
 * more) are left out; an empty list asks for all words, as on the wire.
 */
export function askedWords(
  asked: readonly string[] | undefined,
  words: readonly WakeWord[],
): ReadonlyMap<string, string> {
  if (asked === undefined || asked.length === 0) return new Map(words.map(({ name }) => [name, name]));
  return new Map(
    asked.flatMap((name) => {
      const word = findWord(name, words);
      return word ? [[word.name, name] as const] : [];
    }),
  );
}
