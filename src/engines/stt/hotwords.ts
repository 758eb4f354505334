/** From hints to the phrases a transducer is biased to. */
import { readFile } from 'node:fs/promises';
import type { SpeechHints } from './engine.ts';
import { spellNumbers } from './number-words.ts';

/**
 * Phrases a recogniser takes: one of 2,000 devices with 1,700 command pairs still builds in half a second, more
 * says nothing about one home.
 */
const maxPhrases = 4_000;
/** A longer name is a mistake or a sentence; nobody says it word by word. */
const maxWords = 8;

export type Hotwords = {
  /** Lines of a hotwords file, without duplicates, names first. */
  readonly lines: readonly string[];
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
  const lines = new Set<string>();
  const skipped: string[] = [];
  for (const hint of [...hints.names, ...hints.terms]) {
    const line = lines.size < maxPhrases ? spell(hint, spelling) : undefined;
    if (line === undefined) skipped.push(hint);
    else lines.add(line);
  }
  return { lines: [...lines], skipped };
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
