/** The ways to write one sentence that are tried on the grammar. Pure. */
import { placeLast } from './fronted-place.ts';
import type { Grammar } from './grammar/matcher.ts';
import { findPlace, type LinkContext } from './mention.ts';
import { normaliseParted } from './normalise.ts';

type Words = readonly string[];

/** With commas that part clauses and items; the words as they are; each also without courtesies. */
export function wordingsOf(words: Words, grammar: Grammar, text = ''): readonly Words[] {
  const parted = /[,;]/.test(text) ? normaliseParted(text) : words;
  const lean = [words, grammar.withoutCourtesy(words)];
  const all = parted === words ? lean : [parted, grammar.withoutCourtesy(parted), ...lean];
  const different = new Map(all.map((wording) => [wording.join(' '), wording]));
  return [...different.values()].filter(({ length }) => length > 0);
}

/** "In the kitchen, turn on the lights", with the place behind it. */
export function wordingsWithPlaceLast(
  words: Words,
  context: LinkContext,
  grammar: Grammar,
): readonly Words[] {
  const isPlace = (text: string): boolean => isHome.test(text) || findPlace(context, text) !== undefined;
  const bare = grammar.withoutCourtesy(words);
  const last = placeLast(words, isPlace) ?? placeLast(bare, isPlace);
  return last === undefined ? [] : wordingsOf(last, grammar);
}

const isHome = /^(?:whole |entire )?(?:house|home|flat|apartment)$/;
