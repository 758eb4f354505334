/** "Shutters down, it is windy": the order without its reason, where the rest of it is a whole command. Pure. */
import { type Attempt, isWhole, tryEach } from './attempt.ts';
import { choosePlan, type Chosen } from './choose.ts';
import { linesWithoutReason } from './gist/gist.ts';
import type { Grammar } from './grammar/matcher.ts';
import { exactly, type LinkContext } from './mention.ts';
import { whyNoRequest } from './no-request.ts';
import type { Plan } from './plan.ts';
import type { Situation } from './situation.ts';

/** Undefined where it would not act; an answer to our question is no order. */
export function orderAlone(
  words: readonly string[],
  situation: Situation,
  context: LinkContext,
  grammar: Grammar,
): (Attempt & Chosen) | undefined {
  if (situation.asked) return undefined;
  const exact = exactly(context);
  for (const line of linesWithoutReason(words, context)) {
    if (whyNoRequest(line) !== 'no-match') continue;
    const attempts = tryEach([line, grammar.withoutCourtesy(line)], situation, exact, grammar);
    const whole = attempts.find(({ readings }) => readings.some(isWhole));
    const chosen = whole && choosePlan(whole.readings);
    if (whole && chosen && acts(chosen.plan)) return { ...whole, ...chosen };
  }
  return undefined;
}

function acts(plan: Plan): boolean {
  return plan.kind === 'act' || (plan.kind === 'several' && plan.steps.every(({ kind }) => kind === 'act'));
}
