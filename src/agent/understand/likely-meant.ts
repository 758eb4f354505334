/** What was probably said or typed where the words as they came mean nothing in this home. Pure. */
import type { Grammar } from './grammar/matcher.ts';
import { withoutSlips } from './heard-slips.ts';
import type { HomeIndex } from './home-index.ts';
import { householdWords } from './household-words.ts';
import { whyNoRequest } from './no-request.ts';
import { spellingsOf, withoutTypingSlips } from './typing-slips.ts';

/** Without slips of ear and finger, where that is still a request; at last the words as they came. */
export function likelyMeant(
  words: readonly string[],
  index: HomeIndex,
  { vocabulary }: Pick<Grammar, 'vocabulary'>,
): readonly (readonly string[])[] {
  const isName = (word: string) => index.entityNames.words.has(word);
  const isKnown = (word: string) => isName(word) || householdWords.has(word);
  const spellings = [spellingsOf(vocabulary), spellingsOf(index.placeNames.words)];
  const heard = withoutSlips(words);
  const typed = withoutTypingSlips(words, spellings, isKnown);
  const parted = partedEnd(words, isName);
  const both = typed === words ? words : withoutSlips(typed);
  const likely = [heard, typed, both, parted, dimNamed(words, index)].filter(
    (line) => line !== words && whyNoRequest(line) === 'no-match',
  );
  return [...new Map([...likely, words].map((line) => [line.join(' '), line])).values()];
}

/** "Turn the leopardon", where a name has that word, and none the one with its end. */
function partedEnd(words: readonly string[], isName: (word: string) => boolean): readonly string[] {
  const [, name = '', end = ''] = /^(.+?)(on|off)$/.exec(words.at(-1) ?? '') ?? [];
  const isJoined = isName(name) && !isName(`${name}${end}`);
  return isJoined && parts.test(words[0] ?? '') ? [...words.slice(0, -1), name, end] : words;
}

const parts = /^(?:turn|switch|put|is|are)$/;

/** Names less alike than this are other words. */
const alikeScore = 0.7;

/** "In the velvet lighthouse", where that is a device: "dim" was heard as "in". A room alone is none. */
function dimNamed(words: readonly string[], { entityNames, placeNames }: HomeIndex): readonly string[] {
  if (words[0] !== 'in' || words[1] !== 'the') return words;
  const name = words.slice(2).join(' ');
  const isDevice =
    entityNames.find(name, false) !== undefined || (entityNames.near(name)[0]?.score ?? 0) >= alikeScore;
  return isDevice && placeNames.find(name, true) === undefined ? ['dim', ...words.slice(1)] : words;
}
