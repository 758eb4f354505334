/** The languages the gate reads. In others nothing is grounded by words: a model can only answer. */
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import type { Lexicon } from './lexicon.ts';
import { dutch } from './nl.ts';

const lexicons: Readonly<Record<string, Lexicon>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  nl: dutch,
};

/** By primary language subtag. */
export function lexiconFor(language: string): Lexicon | undefined {
  return lexicons[language];
}
