/** One try at a sentence: the ways its words fit the grammar, and what each comes to in this home. Pure. */
import type { SentenceReading } from './choose.ts';
import type { Grammar, Parse } from './grammar/matcher.ts';
import type { LinkContext } from './mention.ts';
import { readParses } from './read-parses.ts';
import { sentenceLexicon } from './sentence-lexicon.ts';
import type { Situation } from './situation.ts';

export type Attempt = {
  readonly words: readonly string[];
  /** All ways they fit the grammar. */
  readonly parses: readonly Parse[];
  /** The readings of those ways in this home, the best first. */
  readonly readings: readonly SentenceReading[];
};

const asks = /^(is|are|was|were|do|does|did|has|have|what|which|who|how|when|where|why)$/;

export function isQuestionWord(word: string): boolean {
  return asks.test(word);
}

/** Nothing of it is open. */
export function isWhole({ clauses }: SentenceReading): boolean {
  return clauses.every(({ step }) => step.kind !== 'unlinked');
}

export function tryWords(
  words: readonly string[],
  situation: Situation,
  context: LinkContext,
  grammar: Grammar,
): Attempt {
  const { index, allowMisheard, takeNear = false } = context;
  const lexicon = sentenceLexicon(words, { index, allowMisheard, takeUnknown: false, takeNear });
  // A name cut wrong could swallow the first word, and turn a question into a command.
  const isQuestion = takeNear && isQuestionWord(words[0] ?? '');
  const parses = grammar.parse(lexicon, isQuestion ? ['question'] : undefined);
  return { words, parses, readings: readParses(parses, words, situation, context) };
}

/** Several ways to write one sentence, up to the first that leaves nothing open. */
export function tryEach(
  variants: readonly (readonly string[])[],
  situation: Situation,
  context: LinkContext,
  grammar: Grammar,
): readonly Attempt[] {
  const attempts: Attempt[] = [];
  for (const words of variants) {
    const attempt = tryWords(words, situation, context, grammar);
    attempts.push(attempt);
    if (attempt.readings.some(isWhole)) break;
  }
  return attempts;
}

/** Which name or room it is that we do not know. */
export function tryUnknown(
  words: readonly string[],
  situation: Situation,
  context: LinkContext,
  grammar: Grammar,
): Attempt | undefined {
  const lexicon = sentenceLexicon(words, { index: context.index, allowMisheard: true, takeUnknown: true });
  const parses = grammar.parse(lexicon, ['command', 'question']);
  const readings = readParses(parses.filter(saysMore), words, situation, context).filter(isOpen);
  return readings.length === 0 ? undefined : { words, parses, readings };
}

/** It would neither do nor answer anything at once. */
function isOpen({ clauses }: SentenceReading): boolean {
  return clauses.every(({ step }) => step.kind === 'unlinked' || step.kind === 'unsure');
}

/** More than a name alone, and more than "what is" with one: any words could be that. */
function saysMore({ clauses }: Parse): boolean {
  return clauses.some(({ captures, ...clause }) => {
    if (clause.intent === 'value' && !captures.some(({ slot }) => slot === 'measure')) return false;
    const said = clause.end - clause.start;
    const named = captures
      .flatMap(({ inside }) => inside)
      .filter(({ slot }) => slot === 'name' || slot === 'place')
      .reduce((sum, { start, end }) => sum + end - start, 0);
    return said - named > 1;
  });
}
