/**
 * Why a sentence that matched nothing was no request: for an honest reply. The grammar is what keeps such
 * sentences from acting; these words also keep misheard names away from them.
 */
import type { NotUnderstood } from './plan.ts';

const negation = /\b(not|never|no longer|nobody|stop|without|instead|rather)\b/;
const reported =
  /\b(said|says|saying|told|tells|asked|asks|thinks|thought|heard|imagine|suppose|supposing|pretend|if|unless|wish|would have|should have|could have|might|maybe i|did|does|was|were|had|has|have|been|yesterday|ago|already)\b/;
const later =
  /\b(in|for|after) (a |an |half an |\d+(\.\d+)? )*(second|minute|hour|day)s?\b|\bat (\d+|noon|midnight|sunset|sunrise)\b|\b(tomorrow|tonight|later|every (day|morning|evening|night|week\w*)|until|before|when|whenever|as soon as|once)\b/;

export function whyNoRequest(words: readonly string[]): NotUnderstood {
  const text = words.join(' ');
  if (text === '') return 'empty';
  if (negation.test(text)) return 'negated';
  if (reported.test(text)) return 'not-a-request';
  if (later.test(text)) return 'for-later';
  return 'no-match';
}
