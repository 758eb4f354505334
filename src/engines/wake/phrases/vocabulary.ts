/** The pieces a keyword model spells words with, and their scores. */
import { readFile } from 'node:fs/promises';
import type { InstalledModel } from '../../../core/installed-model.ts';
import { checkedFile, corruptModel } from '../../sherpa/check-files.ts';

export type Vocabulary = {
  /** Log probability of each piece; `▁` marks the start of a word. Control symbols are not in it. */
  readonly scores: ReadonlyMap<string, number>;
  /** Length of the longest piece in characters. */
  readonly longest: number;
};

/** `<blk>`, `<unk>` and the like: never part of a spelling. */
const isControl = (piece: string): boolean => /^<.*>$/u.test(piece);

/** Reads the text form of a sentencepiece vocabulary: a piece, a tab and its score per line. */
export function parseVocabulary(text: string): Vocabulary {
  const scores = new Map<string, number>();
  let longest = 0;
  for (const line of text.split('\n')) {
    const [piece, score] = line.trimEnd().split('\t');
    if (piece === undefined || score === undefined || isControl(piece)) continue;
    // Scores are 32-bit floats; the reference adds them up as such.
    scores.set(piece, Math.fround(Number(score)));
    longest = Math.max(longest, Array.from(piece).length);
  }
  return { scores, longest };
}

/**
 * The vocabulary of a keyword model, proven to hold only tokens that the model can emit: the native spotter ends
 * the process on a keyword with any other.
 * @throws EngineError `MODEL_CORRUPT`.
 */
export async function readVocabulary(model: InstalledModel): Promise<Vocabulary> {
  const [vocabularyPath, tokensPath] = [
    await checkedFile(model, 'bpeVocab'),
    await checkedFile(model, 'tokens'),
  ];
  const vocabulary = parseVocabulary(await readFile(vocabularyPath, 'utf8'));
  const tokens = new Set((await readFile(tokensPath, 'utf8')).split('\n').map((line) => line.split(' ')[0]));
  const stranger = [...vocabulary.scores.keys()].find((piece) => !tokens.has(piece));
  if (vocabulary.scores.size === 0) throw corruptModel(model, 'bpeVocab', 'has no pieces');
  if ([...vocabulary.scores.values()].some((score) => !Number.isFinite(score)))
    throw corruptModel(model, 'bpeVocab', 'has a piece without a score');
  if (stranger !== undefined)
    throw corruptModel(model, 'bpeVocab', `has the piece "${stranger}", which is no token of the model`);
  return vocabulary;
}
