/** What the speaker said, read part by part, with the sentences before it and the question it may answer. Pure. */
import { primarySubtag } from '../../../core/language-tag.ts';
import type { Spoken } from '../spoken.ts';
import { type Clause, clausesOf, plain } from './clauses.ts';
import type { Lexicon } from './lexicon.ts';
import { lexiconFor } from './lexicons.ts';

/** How far back "it" reaches: sentences before the newest one. */
const reachBack = 3;

export type Talk = {
  readonly lexicon: Lexicon;
  readonly language: string;
  /** The newest sentence; a question of ours that it says yes to stands in its place. */
  readonly now: readonly Clause[];
  /** Sentences before it, newest first. */
  readonly before: readonly (readonly Clause[])[];
  readonly isYes: boolean;
  /** False where it is read in English beside its own language. */
  readonly isOwnLanguage: boolean;
};

/** Every way to read the newest sentence: as it was heard, and in its language or in English, because homes mix them. */
export function readingsOf(spoken: Spoken): readonly Talk[] {
  const language = primarySubtag(spoken.language);
  const languages = language === 'en' ? ['en'] : [language, 'en'];
  const [newest = '', ...earlier] = spoken.words.toReversed();
  return languages.flatMap((one) => {
    const lexicon = lexiconFor(one);
    if (lexicon === undefined) return [];
    return [newest, ...spoken.alternatives].map((said) => ({
      ...readTalk([said, ...earlier], spoken.heard, lexicon, one),
      isOwnLanguage: one === language,
    }));
  });
}

/** `words`: newest first. */
function readTalk(
  words: readonly string[],
  heard: string | null,
  lexicon: Lexicon,
  language: string,
): Omit<Talk, 'isOwnLanguage'> {
  const [newest = '', ...earlier] = words;
  const before = earlier.slice(0, reachBack).map((said) => clausesOf(said, lexicon, language));
  const isYes = heard !== null && lexicon.yes.test(plain(newest, language));
  const now = isYes ? offersIn(heard, lexicon, language) : clausesOf(newest, lexicon, language);
  return { lexicon, language, now, before, isYes };
}

/** "Shall I turn the heating up?": what a yes takes up was heard by the one who says it. */
function offersIn(heard: string, lexicon: Lexicon, language: string): readonly Clause[] {
  const questions = heard.match(/[^.!?]+\?/g) ?? [];
  return questions.flatMap((question) => {
    const text = plain(question, language);
    const offer = lexicon.offer.exec(text)?.[0];
    return offer === undefined ? [] : clausesOf(text.slice(offer.length).trim(), lexicon, language);
  });
}
