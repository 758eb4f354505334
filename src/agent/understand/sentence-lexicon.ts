/** What the words of one sentence can be in one home: names and places it knows, numbers, times, free words. */
import { classNouns } from './class-nouns.ts';
import { readDuration } from './durations.ts';
import type { Filling, Lexicon, OpenSlot } from './grammar/open-slots.ts';
import type { HomeIndex } from './home-index.ts';
import { isIndoors, isOutdoors, isSharedByRooms, numberedRoom, onlyRoomOfKind, sameRoom } from './mention.ts';

import { isSideOfDoor } from './side-doors.ts';

type LexiconOptions = {
  readonly index: HomeIndex;
  /** Whether names may be taken for others that sound alike. */
  readonly allowMisheard: boolean;
  /** Any words may be a name or place: to tell what it is that we do not know. */
  readonly takeUnknown: boolean;
  /** Names may be those that sound like the words. */
  readonly takeNear?: boolean;
};

/** Longest names in words, as people give them. */
const nameWords = 7;
const placeWords = 4;
/** An unknown name is told back: longer ones are no names. */
const unknownWords = 4;
/** Free words: a message, a title. */
const textWords = 25;
const fewWords = 3;

/** They stand before a name and are never its first word. */
const articles = wordSet(
  'the a an my our their his her your this that these those all every any some more less of in on',
);

/** What no misheard name begins with, for else a question would become a command; "some kettle" may be one. */
const leading = wordSet(
  'the a an my our this that these those is are was were be do does did has have had will would can could what which who how when where why',
);

/** The end of half a sentence is no end of a name. */
const cutOff = /(^| )(and|or|but|to|the|a|an|with|if|when|because|then|from|by)$/;

/** "Power off" is about nothing that is called like "off". */
const smallWords = /^(?:(?:on|off|up|down|in|out|it|them|all|again|please)(?: |$))+$/;

/** "The sheet ready in the corner" is no reading corner, and "turn the plane off" about no "turn the plane". */
const otherPhrase =
  /^(?:turn|switch|put) (?:the|my|our) | (?:in|on|at|by|under|behind|near|beside|from) (?:the|my|our) /;

/** "We are watching them turn off the lights." */
const doers = wordSet('him them us me');

/** "What setting is the lamp on" gives no reason. */
const asking = wordSet('what which who whose how when where why');

/** "… because, no wait, leave them." */
const takesBack =
  /\b(?:no|wait|oops|sorry|actually|(?:never|do not) mind|forget (?:it|that|this)|scratch that|cancel (?:it|that)|(?:leave|keep) (?:it|them|that|those|these))\b/;

/** Words that no unknown name holds: a sentence with them there is about something else. */
const noNames = wordSet(
  'turn switch set make put open close dim lock unlock play stop start no wait sorry other again that here too leave keep let and i you he she we they me us them it what when where why how who is are was were be to and for not do does did',
);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

export function sentenceLexicon(words: readonly string[], options: LexiconOptions): Lexicon {
  const known = new Map<OpenSlot, (readonly Filling[])[]>();
  const fill = (slot: OpenSlot, at: number): readonly Filling[] => {
    const before = known.get(slot) ?? [];
    known.set(slot, before);
    return (before[at] ??= fillSlot(slot, at, words, options));
  };
  return { words, fill };
}

function fillSlot(
  slot: OpenSlot,
  at: number,
  words: readonly string[],
  { index, allowMisheard, takeUnknown, takeNear = false }: LexiconOptions,
): readonly Filling[] {
  const longest = takeUnknown ? unknownWords : slot === 'name' ? nameWords : placeWords;
  switch (slot) {
    case 'known_name':
      return spansFrom(words, at, takeUnknown ? 0 : nameWords).filter(
        ({ value }) => index.entityNames.find(value, false)?.tier === 'exact',
      );
    case 'name':
    case 'place':
    case 'known_place': {
      if (slot === 'known_place' && takeUnknown) return [];
      const isNearName = takeNear && slot === 'name';
      if ((isNearName ? leading : articles).has(words[at] ?? '')) return [];
      const spans = spansFrom(words, at, longest);
      if (takeUnknown)
        return spans.filter(
          ({ end, value }) =>
            !words.slice(at, end).some((word) => noNames.has(word)) &&
            (slot === 'name' ? index.placeNames.find(value, false) === undefined : !classNouns.has(value)),
        );
      if (slot !== 'name') {
        const isSure = slot === 'known_place' || !allowMisheard;
        const isSide = slot === 'place' && isSideOfDoor(words, at);
        return spans.filter(
          ({ end, value }) => mayBePlace(value, index, !isSure) || (isSide && end === at + 1),
        );
      }
      const names = index.entityNames;
      return spans.filter(
        ({ value }) =>
          names.find(value, allowMisheard) !== undefined ||
          names.holding(value).length > 0 ||
          (takeNear && mayBeHeardWrong(value) && names.hasNear(value)),
      );
    }
    case 'number':
    case 'percent':
      return readNumber(words, at).filter(({ value }) => slot === 'number' || isPercent(Number(value)));
    case 'duration': {
      const duration = readDuration(words, at);
      return duration === undefined ? [] : [{ end: duration.end, value: String(duration.ms) }];
    }
    case 'text':
      return spansFrom(words, at, textWords);
    case 'few':
      return [articles, doers, asking].some((set) => set.has(words[at] ?? ''))
        ? []
        : spansFrom(words, at, fewWords);
    case 'reason':
      return spansFrom(words, at, textWords).filter(({ value }) => !takesBack.test(value));
  }
}

function mayBeHeardWrong(text: string): boolean {
  return !cutOff.test(text) && !smallWords.test(text) && !otherPhrase.test(text);
}

/** A place, a word that several rooms share, or one that stands for a place in the name of a device. */
function mayBePlace(text: string, index: HomeIndex, allowMisheard: boolean): boolean {
  return (
    index.placeNames.find(text, allowMisheard) !== undefined ||
    isOutdoors(text) ||
    isIndoors(text) ||
    onlyRoomOfKind(text, index) !== undefined ||
    sameRoom(text, index) !== undefined ||
    numberedRoom(text, index) !== undefined ||
    isSharedByRooms(text, index) ||
    index.entityNames.holding(text).length > 0
  );
}

function spansFrom(words: readonly string[], at: number, longest: number): readonly Filling[] {
  const last = Math.min(words.length, at + longest);
  const spans: Filling[] = [];
  let value = '';
  for (let end = at; end < last; end += 1) {
    value = end === at ? (words[end] ?? '') : `${value} ${words[end] ?? ''}`;
    spans.push({ end: end + 1, value });
  }
  return spans;
}

const isPercent = (value: number): boolean => value >= 0 && value <= 100;

/** "5", "minus 5", "5 and a half", "half a degree". */
function readNumber(words: readonly string[], at: number): readonly Filling[] {
  if (/^(?:half a|a half) degree$/.test(words.slice(at, at + 3).join(' ')))
    return [{ end: at + 2, value: '0.5' }];
  const isNegative = words[at] === 'minus' || words[at] === 'negative';
  const start = isNegative ? at + 1 : at;
  const word = words[start] ?? '';
  if (!/^\d+(\.\d+)?$/.test(word)) return [];
  const half = words.slice(start + 1, start + 4).join(' ') === 'and a half' ? 0.5 : 0;
  const value = (isNegative ? -1 : 1) * (Number(word) + half);
  const plain = { end: start + 1, value: String((isNegative ? -1 : 1) * Number(word)) };
  return half === 0 ? [plain] : [plain, { end: start + 4, value: String(value) }];
}
