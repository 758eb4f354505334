/** The words of a turn, and how much each counts when the devices it is about are looked for. */
import { normalise } from '../understand/normalise.ts';
import { foldedWords } from './folded-words.ts';
import type { SaidWords } from './named-things.ts';

export type SentenceWords = {
  /** As people may have meant them. */
  readonly words: SaidWords;
  /** As they are, for topics. */
  readonly plain: ReadonlySet<string>;
};

/** Other readings of the same sound, and what was said before in this talk, count less. */
const alternativeCounts = 0.7;
const earlierCounts = 0.4;
/** Sentences before that still may be what "then turn it down" is about. */
const earlierSentences = 2;

/** They are in names too, and in every sentence. */
const tellNothing = new Set(
  foldedWords(
    'the a an of in on at to and or is are be it my me i you please can could what how der die das den dem ein eine im in am an und oder ist sind es ich du bitte was wie le la les l un une de du des d et ou est sont je tu que quoi el los las en y o es son yo het een van op aan en of is zijn ik je wat hoe',
  ),
);

export function wordsOfSentence(
  text: string,
  {
    alternatives = [],
    earlier = [],
  }: {
    /** Other readings of the same sound. */
    readonly alternatives?: readonly string[];
    /** Sentences of this talk, oldest first. */
    readonly earlier?: readonly string[];
  } = {},
): SentenceWords {
  const counts = new Map<string, number>();
  const add = (sentence: string, counting: number): void => {
    for (const word of wordsOf(sentence)) {
      if (!tellNothing.has(word)) counts.set(word, Math.max(counts.get(word) ?? 0, counting));
    }
  };
  add(text, 1);
  for (const sentence of alternatives) add(sentence, alternativeCounts);
  for (const sentence of earlier.slice(-earlierSentences)) add(sentence, earlierCounts);
  return { words: counts, plain: new Set(wordsOf(text)) };
}

/** Numbers in digits too: "bedroom two" is "Bedroom 2". */
function wordsOf(text: string): readonly string[] {
  return [...foldedWords(text), ...normalise(text).flatMap(foldedWords)];
}
