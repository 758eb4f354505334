/** Where the first sentence of a text ends, as far as the text seen so far can tell. */
import { goesOnAfterDot, mayGoOnAfterDot } from './abbreviations.ts';

/**
 * What is known about the text behind the one seen: more may come at once, the writer paused (a mark that is
 * hardly anything else counts), or it ended.
 */
export type TextState = 'flowing' | 'paused' | 'ended';

/** Latin marks, then marks written without a space behind them, then marks of other scripts, then line ends. */
const endMarks = /[.!?…]+|[。！？｡]+|[؟۔।॥։።]+|\n/gu;
const closingMarks = new Set('"\'”’»)]}」』）】》');
const openingMarks = /^[\s"'“‘«„([{「『（【《¿¡*_-]+/u;
const lowerCase = /^\p{Lowercase}/u;

/** What is longer is no word that decides about a dot. */
const longestWord = 64;

/** The index behind the first sentence, its end mark and closing quotes; undefined while it is not certain. */
export function findSentenceEnd(text: string, state: TextState): number | undefined {
  for (const match of text.matchAll(endMarks)) {
    const verdict =
      match[0] === '\n' ? afterLine(text, match.index, state) : afterMark(text, match.index, match[0], state);
    if (verdict === 'unknown') return undefined;
    if (verdict !== 'goes on') return verdict;
  }
  return undefined;
}

type Verdict = number | 'goes on' | 'unknown';

/** A line is a sentence (headings, lists), unless the next one starts in lower case: then the text was wrapped. */
function afterLine(text: string, index: number, state: TextState): Verdict {
  if (text.slice(0, index).trim() === '') return 'goes on';
  const following = text.slice(index + 1).trimStart();
  if (following === '') return state === 'flowing' ? 'unknown' : index + 1;
  return lowerCase.test(following) ? 'goes on' : index + 1;
}

function afterMark(text: string, index: number, mark: string, state: TextState): Verdict {
  let end = index + mark.length;
  while (closingMarks.has(text.charAt(end))) end += 1;
  const atTextEnd = end === text.length;
  if (/^[。！？｡]/u.test(mark)) return atTextEnd && state === 'flowing' ? 'unknown' : end;
  if (!atTextEnd && !/\s/u.test(text.charAt(end))) return 'goes on';
  const word = wordBefore(text, index);
  // "1. Milk": the number of a list's line.
  if (mark === '.' && /^\d+$/u.test(word) && text.slice(0, index).trim() === word) return 'goes on';
  const following = text.slice(end).replace(openingMarks, '');
  if (following === '') return atPause(text.slice(end), mark, word, state) ? end : 'unknown';
  if (!/^[.…]+$/u.test(mark)) return end;
  if (lowerCase.test(following)) return 'goes on';
  if (mark !== '.') return end;
  // The word that decides about a number's dot has to be there as a whole.
  if (/\d$/u.test(word) && state === 'flowing' && /^\p{Letter}+$/u.test(following)) return 'unknown';
  return goesOnAfterDot(word, following) ? 'goes on' : end;
}

/** Whether a mark that nothing speakable follows yet ends its sentence. */
function atPause(space: string, mark: string, word: string, state: TextState): boolean {
  if (state === 'ended') return true;
  const isDots = /^[.…]+$/u.test(mark);
  if (state === 'flowing') return space !== '' && !isDots;
  return mark !== '.' || !mayGoOnAfterDot(word);
}

/** Walked backwards: an expression that ends at the index would be tried from every place before it. */
function wordBefore(text: string, index: number): string {
  let start = index;
  while (start > 0 && index - start < longestWord && !/\s/u.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start, index).replace(openingMarks, '');
}
