/** A command with a time: which words are the time, and what is left to do then. */
import { readDuration } from './durations.ts';
import { readMoment } from './moment.ts';
import type { Later } from './plan.ts';

export type Split = Omit<Later, 'command' | 'atMs'> & { readonly rest: readonly string[] };

const weekday = String.raw`(?:mon|tues|wednes|thurs|fri|satur|sun)day`;
const dayPart = String.raw`(?:morning|noon|afternoon|evening|night|bedtime)`;
const clock = String.raw`(?:(?:at|by|around|about|before|after|from|to|until|till) )?(?:\d{1,2}(?: \d\d)? ?(?:am|pm|o'clock)|half past \d{1,2}|(?:a )?quarter (?:past|to) \d{1,2}|noon|midnight|sun(?:set|rise)|dawn|dusk|bedtime)(?: in the ${dayPart})?`;
const bareClock = String.raw`(?:at|by|around|before|after|until|till) \d{1,2}(?: \d\d)?(?!\.?\d| (?:percent|degrees?))(?: in the ${dayPart})?`;
const day = String.raw`(?:tomorrow|today|tonight|this ${dayPart}|in the ${dayPart}|(?:on |next |this )*${weekday}s?|next (?:week|month|year))(?: ${dayPart})?`;
const hour = String.raw`\d{1,2}(?: \d\d)?(?: ?(?:am|pm|o'clock))?`;
const range = String.raw`(?:between ${hour} (?:and|to) ${hour}|from ${hour} (?:to|until|till) ${hour}(?! (?:percent|degrees)))`;
const moment = `(?:${range}|${clock}(?: time)?|${bareClock}|${day})`;
const times = String.raw`(?:once|twice|\d+ times) (?:a|per|every) (?:day|week|month)`;
const often = String.raw`(?:${times}|(?:every|each) (?:other )?(?:day|${dayPart}|week|weekday|weekend|month|hour|${weekday})|daily|nightly|weekly|on (?:weekdays|weekends|${weekday}s))`;

const repeated = new RegExp(String.raw`\b(?:${moment} )?${often}(?: ${moment})*(?![^ ])`);
const once = new RegExp(String.raw`\b${moment}(?: ${moment})*(?![^ ])`);
/** "For the next few hours", "for the rest of the evening": a length that nobody can count. */
const vague =
  /\b(?:during (?:the|my|our|this|that) \S+(?: \S+)?$|at night|for today|overnight|all (?:day|night|evening)|(?:in|for|after|within|during|over) (?:(?:the|next|another|a|an|certain|some|few|several|couple|number|amount|of|more|good|this|rest|remainder|whole|entire|all) )+(?:seconds?|minutes?|hours?|days?|weeks?|morning|afternoon|evening|night|weekend))(?![^ ])/;
/** From the word on, everything is the condition. */
const conditional =
  /\b(?:when|whenever|once|until|till|unless|if|before|after|as soon as|as long as|while|later)\b.*$/;

const condition =
  /^(?:when(?! (?:is|are|do|does|did|will|can|was|were)\b)|whenever|once|until|till|unless|if|before|after|as soon as|as long as|while)\b/;
const told = /\b(?:said|say|says|told|tell|asked|ask|were|would|had)\b/;

/** "When I come home …": somebody else's words and what is only imagined are no condition. */
export function beginsWithCondition(words: readonly string[]): boolean {
  const text = words.join(' ');
  return condition.test(text) && !told.test(text);
}

/** "… and off again [at ten]": the verb and the device stand in the sentence before. */
export const isCutCommand = (words: readonly string[]): boolean => cutCommand.test(words.join(' '));

const cutCommand =
  /^(?:(?:and|but|then|please) )*(?:back )?(?:on|off|up|down|open|closed|shut|locked)(?: again)?(?: please)?$/;

/** The ways to part a time from what is to be done then; a condition that comes first may end after any word. */
export function splitsForLater(words: readonly string[]): readonly Split[] {
  const split = splitLater(words);
  if (split !== undefined) {
    const { rest } = split;
    const isLed = timeWords.has(rest.at(-1) ?? '');
    return isLed ? [split, { ...split, rest: rest.slice(0, -1) }] : [split];
  }
  if (!beginsWithCondition(words)) return [];
  return words.slice(conditionWords, -1).map((_, index) => {
    const at = index + conditionWords;
    return { afterMs: null, when: words.slice(0, at).join(' '), rest: words.slice(at) };
  });
}

/** "turn it off at [nine]", but "turn the heating on [tomorrow]". */
const timeWords: ReadonlySet<string> = new Set(
  'at on by around from until till before after for since'.split(' '),
);

/** "When home …" is the shortest. */
const conditionWords = 2;

/** Undefined when no time is found, or nothing is left beside it. */
function splitLater(words: readonly string[]): Split | undefined {
  const counted = countedFromNow(words);
  if (counted) return counted;
  const text = words.join(' ');
  for (const pattern of [repeated, vague, once, conditional]) {
    const found = pattern.exec(text);
    if (found) return cut(text, found.index, found[0]);
  }
  return undefined;
}

/** No date library is asked for these: it takes ten times as long as all the rest, and none is a moment. */
const event = /^(?:when|whenever|unless|if|as soon as|as long as|while)\b/;

/** The next moment that the words of a time mean; null for repeated ones and for what waits on an event. */
export function momentOf(
  when: string,
  nowMs: number | undefined,
  timeZone: string | null = null,
): number | null {
  if (nowMs === undefined || event.test(when) || repeated.test(when)) return null;
  return readMoment(when.replace(/ time$/, ''), nowMs, timeZone)?.atMs ?? null;
}

/** "In ten minutes", "after half an hour", "an hour from now", "for the next hour"; "quiet mode two hours". */
function countedFromNow(words: readonly string[]): Split | undefined {
  for (let at = 0; at < words.length; at += 1) {
    const isLed = ['in', 'after', 'for', 'within'].includes(words[at] ?? '');
    const duration = readDuration(words, isLed ? at + 1 : at);
    if (duration === undefined) continue;
    const isTrailed = words[duration.end] === 'from' && words[duration.end + 1] === 'now';
    // "I need an hour of silence".
    const isOf = words[duration.end] === 'of';
    const isAtEdge = at === 0 || duration.end === words.length;
    if (!isLed && !isTrailed && !isOf && !isAtEdge) continue;
    const end = duration.end + (isTrailed ? 2 : isOf ? 1 : 0);
    const rest = [...words.slice(0, at), ...words.slice(end)];
    if (rest.length === 0) return undefined;
    return { afterMs: duration.ms, when: words.slice(at, end).join(' '), rest };
  }
  return undefined;
}

function cut(text: string, index: number, when: string): Split | undefined {
  const rest = `${text.slice(0, index)} ${text.slice(index + when.length)}`
    .split(' ')
    .filter((word) => word !== '');
  return rest.length === 0 ? undefined : { afterMs: null, when, rest };
}
