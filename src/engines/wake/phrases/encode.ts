/**
 * Cuts a phrase into a model's pieces as sentencepiece's unigram model does: of all ways to spell it, the one
 * whose pieces have the highest sum of scores (Viterbi search).
 */
import type { Vocabulary } from './vocabulary.ts';

/** Sentencepiece's stand-in for a space, also before the first word. */
const wordMark = '▁';

type Encoding =
  | { readonly kind: 'pieces'; readonly pieces: readonly string[] }
  /** No piece holds this character. */
  | { readonly kind: 'unknown'; readonly character: string };

type Best = { readonly score: number; readonly from: number };

/** @param text As the vocabulary writes it (case, composed characters); any white space separates words. */
export function encode(text: string, vocabulary: Vocabulary): Encoding {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const characters = Array.from(words.map((word) => wordMark + word).join(''));
  // best[n]: the best spelling of the first n characters ends with the piece that starts at `from`.
  const best: (Best | undefined)[] = [{ score: 0, from: 0 }];
  for (let end = 1; end <= characters.length; end += 1)
    best[end] = bestEnding(characters, end, best, vocabulary);
  if (best[characters.length] === undefined)
    return { kind: 'unknown', character: firstUnknown(characters, vocabulary) };
  const pieces: string[] = [];
  for (let end = characters.length; end > 0;) {
    const from = best[end]?.from ?? 0;
    pieces.unshift(characters.slice(from, end).join(''));
    end = from;
  }
  return { kind: 'pieces', pieces };
}

/** The piece that ends here; of equal sums the longest piece wins, as the reference meets it first. */
function bestEnding(
  characters: readonly string[],
  end: number,
  best: readonly (Best | undefined)[],
  vocabulary: Vocabulary,
): Best | undefined {
  let winner: Best | undefined;
  for (let from = Math.max(0, end - vocabulary.longest); from < end; from += 1) {
    const before = best[from];
    const pieceScore = vocabulary.scores.get(characters.slice(from, end).join(''));
    if (before === undefined || pieceScore === undefined) continue;
    const score = Math.fround(before.score + pieceScore);
    if (winner === undefined || score > winner.score) winner = { score, from };
  }
  return winner;
}

/** The first character in no piece; without one (each is in a piece, but they do not join up), the first of all. */
function firstUnknown(characters: readonly string[], vocabulary: Vocabulary): string {
  const known = new Set([...vocabulary.scores.keys()].flatMap((piece) => Array.from(piece)));
  return characters.find((character) => !known.has(character)) ?? characters[1] ?? wordMark;
}
