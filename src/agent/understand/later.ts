/** A command with a time: which words are the time, and what is left to do then. */
import * as chrono from 'chrono-node';
import { readDuration } from './durations.ts';
import type { Later } from './plan.ts';

type Split = Omit<Later, 'command'> & { readonly rest: readonly string[] };

const times = String.raw`(?: (?:at|by|around) .+)?`;
const repeated = new RegExp(
  String.raw`\b(?:every|each) (?:other )?(?:day|morning|noon|afternoon|evening|night|week|weekday|weekend|month|hour|mon|tues|wednes|thurs|fri|satur|sun)\w*${times}|\b(?:daily|nightly|weekly|on (?:week(?:days|ends)|(?:mon|tues|wednes|thurs|fri|satur|sun)days))${times}`,
);
/** From the word on, everything is the condition. */
const conditional =
  /\b(?:when|whenever|once|until|till|unless|if|before|after|as soon as|as long as|while|later|tonight)\b.*$/;

/** Undefined when no time is found, or nothing is left beside it. */
export function splitLater(words: readonly string[], nowMs: number | undefined): Split | undefined {
  const text = words.join(' ');
  const counted = countedFromNow(words);
  if (counted) return counted;
  const pattern = repeated.exec(text) ?? undefined;
  if (pattern) return cut(text, pattern.index, pattern[0], null);
  const [read] = chrono.en.casual.parse(text, new Date(nowMs ?? 0), { forwardDate: true });
  if (read) return cut(text, read.index, read.text, nowMs === undefined ? null : read.start.date().getTime());
  const condition = conditional.exec(text) ?? undefined;
  return condition && cut(text, condition.index, condition[0], null);
}

/** "in ten minutes", "after half an hour", "an hour from now", "for the next hour". */
function countedFromNow(words: readonly string[]): Split | undefined {
  for (let at = 0; at < words.length; at += 1) {
    const isLed = ['in', 'after', 'for', 'within'].includes(words[at] ?? '');
    const duration = readDuration(words, isLed ? at + 1 : at);
    if (duration === undefined) continue;
    const isTrailed = words[duration.end] === 'from' && words[duration.end + 1] === 'now';
    if (!isLed && !isTrailed) continue;
    const end = isTrailed ? duration.end + 2 : duration.end;
    const rest = [...words.slice(0, at), ...words.slice(end)];
    if (rest.length === 0) return undefined;
    return { afterMs: duration.ms, atMs: null, when: words.slice(at, end).join(' '), rest };
  }
  return undefined;
}

function cut(text: string, index: number, when: string, atMs: number | null): Split | undefined {
  const rest = `${text.slice(0, index)} ${text.slice(index + when.length)}`
    .replace(/ (?:at|on|by|around|from)\s*$/, ' ')
    .split(' ')
    .filter((word) => word !== '');
  return rest.length === 0 ? undefined : { afterMs: null, atMs, when, rest };
}
