/** "Turn off the lamp in ten minutes": a command beside a time, which is told apart from it and not done now. Pure. */
import { tryWords } from './attempt.ts';
import { byGist } from './by-gist.ts';
import { isTimeUnit } from './durations.ts';
import type { Grammar } from './grammar/matcher.ts';
import { beginsWithCondition, isCutCommand, momentOf, splitsForLater, type Split } from './later.ts';
import type { LinkContext } from './mention.ts';
import type { Later, NotUnderstood } from './plan.ts';
import type { Situation } from './situation.ts';
import { wordingsOf } from './wordings.ts';

/** The command beside the words of a time, when it is one. */
export function commandForLater(
  words: readonly string[],
  why: NotUnderstood,
  situation: Situation,
  context: LinkContext,
  grammar: Grammar,
): Later | undefined {
  if (!mayBeForLater(why, words)) return undefined;
  const isCommand = ({ rest }: Split): boolean =>
    (situation.lastEntityIds.length > 0 && isCutCommand(rest)) ||
    wordingsOf(rest, grammar).some((wording) =>
      tryWords(wording, situation, context, grammar).readings.some(({ clauses }) =>
        clauses.every(({ step }) => step.kind === 'act' || (step.kind === 'unlinked' && !step.isQuestion)),
      ),
    ) ||
    byGist(rest, situation, context, grammar) !== undefined;
  const split = splitsForLater(words).find(isCommand);
  if (split === undefined) return undefined;
  const { rest, when, afterMs } = split;
  const atMs = afterMs === null ? momentOf(when, situation.nowMs, situation.model.timeZone) : null;
  return { afterMs, atMs, when, command: rest.join(' ') };
}

/** Beside a condition, a length of time, or words like "stop" and "not" the grammar alone tells whether there is a command. */
function mayBeForLater(why: NotUnderstood, words: readonly string[]): boolean {
  if (why === 'for-later' || why === 'negated') return true;
  return beginsWithCondition(words) || (why === 'no-match' && words.some(isTimeUnit));
}
