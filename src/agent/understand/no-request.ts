/**
 * Why a sentence that matched nothing was no request: for an honest reply. The grammar is what keeps such
 * sentences from acting; these words also keep misheard names away from them.
 */
import type { NotUnderstood } from './plan.ts';

const negation = /\b(not|never|no longer|nobody|stop|avoid|refrain|without|instead|rather)\b/;
const reported =
  /\b(said|says|saying|reads|states|wrote|writes|whisper(?:s|ed)|shout(?:s|ed)|yell(?:s|ed)|sings|sang|quote|told|tells|asked|asks|thinks|thought|heard|imagine|suppose|supposing|pretend|if|unless|wish|would have|should have|could have|might|maybe i|did|does|was|were|had|has|have|been|yesterday|ago|already)\b/;
const length = String.raw`(?:a |an |the |next |about |around |at least |up to |half an? |a couple of |few |some |several |certain |number of |amount of |\d+(?:\.\d+)? (?:and a half )?)*(?<!\bthe )(?:second|minute|hour|day|week|month)s?`;
const hour = String.raw`(?:\d+\b(?!\.\d| (?:percent|degrees?)\b)|noon|midnight|sunset|sunrise)`;
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const dayPart = '(?:morning|evening|afternoon|night)';
const laterWords = [
  `(?:in|for|after|within) ${length}`,
  `at (?:${hour}|dawn|dusk|bedtime|night|half past|quarter)`,
  `(?:by|before|after|until|till) ${hour}`,
  String.raw`between \d+(?: \d\d)?(?: [ap]m)? (?:and|to) \d+(?: \d\d)? [ap]m`,
  String.raw`(?:once|twice|\d+ times) (?:a|per|every) (?:day|week|month)`,
  String.raw`(?:every|each) (?:day|${dayPart}|hour|week\w*|\w+day)|daily|nightly|weekly`,
  `(?:this|in the|for the) (?:evening|afternoon|morning)|for the (?:night|rest|remainder)|for today(?!')|all (?:day|night|evening)|overnight`,
  `tomorrow|tonight|later|from now|remind|until|till|before|when|whenever|as soon as|as long as|once`,
  'while (?:i|we|he|she|they|the|my|our)|during (?:the|my|our|this|that)',
  String.raw`(?:on |next )?${weekday}s?|next (?:week|month|year)|\d+ (?:am|pm)|o'clock`,
];
const later = new RegExp(String.raw`\b(?:${laterWords.join('|')})\b`);
/** "Set" as recognisers write it; nobody tells of something beginning so. */
const saidForSet = /^said (?=.+ to \d+ percent$)/;
/** A question about another time is no command for it. */
const question = /^(what|how|will|is|are|when|where|who|why|which|do|does|did|has|have|was|were)\b/;

export function whyNoRequest(words: readonly string[]): Exclude<NotUnderstood, 'not-yet'> {
  const text = words.join(' ').replace(saidForSet, '');
  if (text === '') return 'empty';
  if (negation.test(text) && !stopsLater(text)) return 'negated';
  if (reported.test(text)) return 'not-a-request';
  if (later.test(text)) return question.test(text) ? 'no-match' : 'for-later';
  return 'no-match';
}

/** "Stop the fan in ten minutes"; "stop turning on the fan at nine" forbids something. */
function stopsLater(text: string): boolean {
  const [, rest = ''] = /^stop ((?!\w+ing\b).+)$/.exec(text) ?? [];
  return later.test(rest) && !negation.test(rest);
}

const prohibition =
  /^(?:(?:please|no|nah|well|just|and|but|hey|okay|ok|oh|so|now) )*(?:do not|never|not|stop|without|rather|leave|keep)\b|\bnot (?:want|need|like|ask)\b|\brather not\b|\b(?:you|it|they) (?:should|must|need|may|are) not\b/;

/** Something is not to be done. "It is not working" only has the word in it. */
export function forbids(words: readonly string[]): boolean {
  return prohibition.test(words.join(' '));
}
