/** A sentence whose words are no sentence and no name of ours, but sound like them. Pure. */
import { type Attempt, tryWords } from './attempt.ts';
import { chooseNear, type Chosen } from './choose.ts';
import type { Grammar } from './grammar/matcher.ts';
import { likelyMeant } from './likely-meant.ts';
import type { LinkContext } from './mention.ts';
import type { Situation } from './situation.ts';

type Guess = Attempt & Chosen;

/** The sentence without slips of the recogniser; then with the names of this home that sound most like its words. */
export function guess(
  words: readonly string[],
  situation: Situation,
  context: LinkContext,
  grammar: Grammar,
): Guess | undefined {
  const lines = likelyMeant(words, context.index, grammar);
  const { vocabulary: sentenceWords } = grammar;
  for (const takeNear of [false, true]) {
    let question: Guess | undefined;
    for (const line of lines) {
      if (line === words && !takeNear) continue;
      const attempt = tryWords(
        line,
        situation,
        takeNear ? { ...context, takeNear, sentenceWords } : context,
        grammar,
      );
      const near = chooseNear(attempt.readings);
      if (near === undefined) continue;
      if (near.plan.kind !== 'unlinked') return { ...attempt, ...near };
      question ??= { ...attempt, ...near };
    }
    if (question) return question;
  }
  return undefined;
}
