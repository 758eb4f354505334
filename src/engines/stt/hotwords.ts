/** From hints to the phrases a transducer is biased to. */
import { readFile } from 'node:fs/promises';
import type { SpeechHints } from './engine.ts';
import { spellNumbers } from './number-words.ts';
import { phraseTails } from './phrase-tails.ts';

/**
 * Phrases a recogniser takes: one of 2,000 devices with 1,700 command pairs still builds in half a second, more
 * says nothing about one home.
 */
const maxPhrases = 4_000;
/** A longer name is a mistake or a sentence; nobody says it word by word. */
const maxWords = 8;

/** Without duplicates, as the model spells them. */
export type Phrases = {
  /** With their tails (`phrase-tails.ts`). */
  readonly names: readonly string[];
  readonly terms: readonly string[];
};

export type Hotwords = {
  readonly phrases: Phrases;
  /** Hints the model has no letters for, or that are too long or too many. */
  readonly skipped: readonly string[];
};

/** What the model can spell. */
export type Spelling = {
  readonly textCase: unknown;
  /** Characters of its vocabulary. */
  readonly characters: ReadonlySet<string>;
};

/** The characters that are pieces of their own in a `bpe.vocab` (piece, tab, score): with them any word is spelled. */
export async function readSpelling(bpeVocabPath: string, textCase: unknown): Promise<Spelling> {
  const lines = (await readFile(bpeVocabPath, 'utf8')).split('\n');
  const pieces = lines.map((line) => line.split('\t')[0] ?? '');
  return { textCase, characters: new Set(pieces.filter((piece) => /^.$/u.test(piece))) };
}

/** Numbers become words, punctuation spaces; what is left must be letters the model knows. */
export function hotwords(hints: SpeechHints, spelling: Spelling): Hotwords {
  const names = new Set<string>();
  const terms = new Set<string>();
  const skipped: string[] = [];
  const add = (hint: string, phrases: Set<string>): void => {
    const phrase = names.size + terms.size < maxPhrases ? spell(hint, spelling) : undefined;
    if (phrase === undefined) skipped.push(hint);
    else if (!names.has(phrase)) phrases.add(phrase);
  };
  for (const name of hints.names) add(name, names);
  for (const term of hints.terms) add(term, terms);
  const tails = phraseTails([...names]).slice(0, maxPhrases - names.size - terms.size);
  for (const tail of tails) terms.delete(tail);
  return { phrases: { names: [...names, ...tails], terms: [...terms] }, skipped };
}

/**
 * Names pull more than words of commands: only the sound tells one name from another. With twice the weight of
 * words they are heard where nobody said them.
 */
const nameFactor = 4 / 3;

/** The text of a hotwords file: a phrase and its score per token in each line. */
export function hotwordsFile({ names, terms }: Phrases, weight: number): string {
  // A beginning that several phrases share keeps the score of the strongest only where that one comes first.
  return [
    ...names.map((name) => `${name} :${(weight * nameFactor).toFixed(2)}`),
    ...terms.map((term) => `${term} :${weight.toFixed(2)}`),
  ].join('\n');
}

function spell(hint: string, { textCase, characters }: Spelling): string | undefined {
  const words = spellNumbers(hint.normalize('NFC'))
    .replaceAll('’', "'")
    .replaceAll(/[^\p{L}\p{M}' ]/gu, ' ')
    .split(' ')
    .filter((word) => /\p{L}/u.test(word));
  if (words.length === 0 || words.length > maxWords) return undefined;
  const text = words.join(' ');
  const line = textCase === 'upper' ? text.toUpperCase() : text.toLowerCase();
  return Array.from(line).every((char) => char === ' ' || characters.has(char)) ? line : undefined;
}
