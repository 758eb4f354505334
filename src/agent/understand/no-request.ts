/**
 * Why a sentence that matched nothing was no request: for an honest reply. The grammar is what keeps such
 * sentences from acting; these words also keep misheard names away from them.
 */
import type { NotUnderstood } from './plan.ts';

const negation = /\b(not|never|no longer|nobody|stop|without|instead|rather)\b/;
const reported =
  /\b(said|says|saying|told|tells|asked|asks|thinks|thought|heard|imagine|suppose|supposing|pretend|if|unless|wish|would have|should have|could have|might|maybe i|did|does|was|were|had|has|have|been|yesterday|ago|already)\b/;
const later =
  /\b(in|for|after|within) (a |an |the |next |half an? |a couple of |\d+(\.\d+)? (and a half )?)*(second|minute|hour|day|week|month)s?\b|\bat (\d+\b(?!\.\d| (?:percent|degrees?)\b)|noon|midnight|sunset|sunrise|dawn|dusk|bedtime|half past|quarter)|\b(by|before|after|until|till) (\d+\b(?!\.\d| (?:percent|degrees?)\b)|noon|midnight|sunset|sunrise)|\b(tomorrow|tonight|later|daily|nightly|weekly|every (day|morning|evening|afternoon|night|hour|week\w*|\w+day)|each (day|morning|evening|night)|until|till|before|when|whenever|as soon as|once|from now|this (evening|afternoon|morning)|in the (morning|evening|afternoon)|remind|(on |next )?(mon|tues|wednes|thurs|fri|satur|sun)days?|\d+ (am|pm)|o'clock|next (week|month|year))\b/;
/** "Set" as recognisers write it; nobody tells of something beginning so. */
const saidForSet = /^said (?=.+ to \d+ percent$)/;
/** A question about another time is no command for it. */
const question = /^(what|how|will|is|are|when|where|who|why|which|do|does|did|has|have|was|were)\b/;

export function whyNoRequest(words: readonly string[]): Exclude<NotUnderstood, 'not-yet'> {
  const text = words.join(' ').replace(saidForSet, '');
  if (text === '') return 'empty';
  if (negation.test(text)) return 'negated';
  if (reported.test(text)) return 'not-a-request';
  if (later.test(text)) return question.test(text) ? 'no-match' : 'for-later';
  return 'no-match';
}

const prohibition =
  /^(?:(?:please|no|nah|well|just|and|but|hey|okay|ok|oh|so|now) )*(?:do not|never|not|stop|without|rather|leave|keep)\b|\bnot (?:want|need|like|ask)\b|\brather not\b|\b(?:you|it|they) (?:should|must|need|may|are) not\b/;

/** Something is not to be done. "It is not working" only has the word in it. */
export function forbids(words: readonly string[]): boolean {
  return prohibition.test(words.join(' '));
}
