/** Word error rate as this project counts it. */
import { spellNumbers } from '../../engines/stt/number-words.ts';

/**
 * What is compared: lower case, numbers as words ("25 %" is "twenty five percent"), apostrophes kept, every other
 * punctuation a space. Nothing else is forgiven: a compound written apart is wrong.
 */
export function comparableWords(text: string): readonly string[] {
  return spellNumbers(text.toLowerCase().replaceAll('%', ' percent '))
    .replaceAll('’', "'")
    .replaceAll(/[^\p{L}\p{M}\p{N}']+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '');
}

export type WordErrors = {
  /** Substituted, inserted and left out words. */
  readonly errors: number;
  /** Words of the reference. */
  readonly words: number;
};

/** The smallest number of word edits from the reference to what was heard (Levenshtein). */
export function wordErrors(reference: string, heard: string): WordErrors {
  const wanted = comparableWords(reference);
  const got = comparableWords(heard);
  let row = Array.from({ length: got.length + 1 }, (_, index) => index);
  for (const [i, word] of wanted.entries()) {
    const next = [i + 1];
    for (const [j, other] of got.entries()) {
      const substituted = (row[j] ?? 0) + (word === other ? 0 : 1);
      next.push(Math.min(substituted, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return { errors: row.at(-1) ?? 0, words: wanted.length };
}

/** Errors per reference word over several sentences, in percent. */
export function wordErrorRate(sentences: readonly WordErrors[]): number {
  const errors = sentences.reduce((sum, one) => sum + one.errors, 0);
  const words = sentences.reduce((sum, one) => sum + one.words, 0);
  return words === 0 ? 0 : (100 * errors) / words;
}
