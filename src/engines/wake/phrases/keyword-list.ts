/** Phrases in the form sherpa-onnx's keyword spotter reads. */
import { pieceBoost } from './tuning.ts';

export type Keyword = { readonly pieces: readonly string[]; readonly threshold: number };

/**
 * One line per keyword, joined by `/`: pieces, boost, threshold, and the keyword's place in the list as its name,
 * so that a user's name (spaces, slashes) never reaches the native parser.
 */
export function keywordList(keywords: readonly Keyword[]): string {
  return keywords
    .map(
      ({ pieces, threshold }, index) =>
        `${pieces.join(' ')} :${pieceBoost.toFixed(2)} #${threshold.toFixed(3)} @${index}`,
    )
    .join('/');
}
