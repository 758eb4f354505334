/** The languages the gate reads. In others nothing is grounded by words: a model can only answer. */
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import type { Lexicon } from './lexicon.ts';
import { dutch } from './nl.ts';

const languages: ReadonlyMap<string, () => Lexicon> = new Map([
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
  ['nl', dutch],
]);

/** Made when a language is first spoken: the patterns of all of them would take a quarter of a second of every start. */
const made = new Map<string, Lexicon>();

/** By primary language subtag. */
export function lexiconFor(language: string): Lexicon | undefined {
  const known = made.get(language);
  if (known) return known;
  const lexicon = languages.get(language)?.();
  if (lexicon) made.set(language, lexicon);
  return lexicon;
}
