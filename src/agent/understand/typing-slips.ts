/** "trun on the kitchen lihgts": words of commands typed with one slip of the finger. Pure. */
import { distance } from 'fastest-levenshtein';
import { isSwapped } from './word-likeness.ts';

/** In shorter words one other letter makes another word ("lamp", "damp"): there only swapped letters are a slip. */
const freeLetters = 5;
const shortestLetters = 3;

/** The words that sentences are made of, by their length. */
export type Spellings = {
  readonly words: ReadonlySet<string>;
  readonly byLength: ReadonlyMap<number, readonly string[]>;
};

/** Made once for each set of words. */
const made = new WeakMap<ReadonlySet<string>, Spellings>();

export function spellingsOf(words: ReadonlySet<string>): Spellings {
  const known = made.get(words);
  if (known) return known;
  const byLength = new Map<number, string[]>();
  for (const word of words) {
    const same = byLength.get(word.length);
    if (same) same.push(word);
    else byLength.set(word.length, [word]);
  }
  const spellings = { words, byLength };
  made.set(words, spellings);
  return spellings;
}

/** The sentence without slips, the same array where there are none; `isName` tells words that are right as they are. */
export function withoutTypingSlips(
  words: readonly string[],
  spellings: readonly Spellings[],
  isName: (word: string) => boolean,
): readonly string[] {
  const isKnown = (word: string) => spellings.some((one) => one.words.has(word)) || isName(word);
  const meant = words.map((word) => (isKnown(word) ? word : (spelled(word, spellings) ?? word)));
  return meant.some((word, at) => word !== words[at]) ? meant : words;
}

/** The one word that is a slip away; undefined when none is, or several are. */
function spelled(typed: string, spellings: readonly Spellings[]): string | undefined {
  if (typed.length < shortestLetters || /\d/.test(typed)) return undefined;
  const near = new Set<string>();
  for (const { byLength } of spellings)
    for (const length of [typed.length - 1, typed.length, typed.length + 1])
      for (const word of byLength.get(length) ?? []) if (isSlip(typed, word)) near.add(word);
  const [only, ...others] = near;
  return others.length === 0 ? only : undefined;
}

function isSlip(typed: string, word: string): boolean {
  if (isSwapped(typed, word)) return true;
  const shorter = Math.min(typed.length, word.length);
  return shorter >= freeLetters && typed[0] === word[0] && distance(typed, word) === 1;
}
