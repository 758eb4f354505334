/** Words that name nothing of this home: whether they may be the name of something else. Pure. */
import { classNouns } from './class-nouns.ts';
import { roomWords } from './household-words.ts';
import type { HomeIndex } from './home-index.ts';
import type { Plan } from './plan.ts';

/** Words that join others, and figures, stand in no unknown name. */
const noNames =
  /^(?:up|down|on|off|out|in|to|only|just|more|less|little|half|after|before|for|with|at|nah|yes|no|not|and|it|them|me|\d+)\b|(?: |^)(?:the|of|please|and|it|nothing|else|on|off|then|that|is|are|now|1|ones?)(?: |$)|^\S+ing$/;

/**
 * Whether somebody may call a thing so. "Off the last" is no name, and what the home has under that name is not
 * unknown: then it was the sentence that was not understood. "Shutters" are a kind.
 */
export function mayBeName(said: string, { entityNames, placeNames }: HomeIndex): boolean {
  if (said === '' || noNames.test(said) || said.split(' ').every((word) => classNouns.has(word)))
    return false;
  return entityNames.find(said, false) === undefined && placeNames.find(said, false) === undefined;
}

/** "The jellyfish slow" is a device and something about it, and no room. */
export function mayBePlaceName(said: string, index: HomeIndex): boolean {
  const words = said.split(' ');
  const begun = words.slice(1).map((_, at) => words.slice(0, at + 1).join(' '));
  const isDevice = (name: string) => index.entityNames.find(name, false)?.tier === 'exact';
  return mayBeName(said, index) && !begun.some(isDevice);
}

/** Whether what a plan lacks is worth telling; the others of an unknown sort of things can be offered (`sort`). */
export function lackOf(
  plan: Plan,
  words: readonly string[],
  index: HomeIndex,
): { readonly isTold: boolean; readonly sort: string | null } {
  if (plan.kind !== 'unlinked') return { isTold: plan.kind === 'unsure', sort: null };
  const { why } = plan;
  const isUnknown = why.kind === 'unknown-name' || why.kind === 'unknown-place';
  if (!isUnknown) return { isTold: true, sort: null };
  const isCalledSo = why.kind === 'unknown-place' ? mayBePlaceName : mayBeName;
  const isName = isCalledSo(why.said, index) && !isPurpose(why.said, words);
  const sort = isName && why.kind === 'unknown-name' && isSort(why.said) ? why.said : null;
  return { isTold: isName && sort === null, sort };
}

/** "Disco lights"; but a lava lamp or a window cleaning robot is one of its own, and garden lights are elsewhere. */
function isSort(said: string): boolean {
  return sorts.test(said) && !said.split(' ').some((word) => roomWords.has(word));
}

const sorts = /^(?:\w+ ){1,2}(?:lights?|lighting)$|^(?:(?!\w+ing )\w+ ){1,2}(?:vacuum|robot)$/;

/** "For my party" is where nothing is. */
function isPurpose(said: string, words: readonly string[]): boolean {
  const sentence = words.join(' ');
  return articles.some((article) => sentence.includes(` for ${article}${said}`));
}

const articles = ['', 'a ', 'the ', 'my ', 'our '] as const;
