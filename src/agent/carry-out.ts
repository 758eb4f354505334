/** A plan → what was done or is known, and the sentence that says so. */
import type { Door, Outcome } from './act/act.ts';
import type { Turn } from './path.ts';
import type { TurnStore } from './ports/turn-store.ts';
import { replyToQuestion } from './reply/answer-reply.ts';
import { replyToUnclear } from './reply/no-answer-reply.ts';
import { replyToOutcomes } from './reply/outcome-reply.ts';
import type { Plan, Wish } from './understand/plan.ts';

/** What a plan came to. */
export type Answer = {
  readonly speech: string;
  /** BCP 47 tag of the speech. */
  readonly language: string;
  readonly understood: boolean;
  readonly outcomes: readonly Outcome[];
  readonly entityIds: readonly string[];
  readonly wish: Wish | null;
};

const language = 'en';

export async function carryOut(
  plan: Plan,
  { request, model }: Turn,
  { door, turns }: { readonly door: Door; readonly turns: TurnStore },
  options: { readonly signal: AbortSignal },
): Promise<Answer> {
  if (plan.kind === 'not-understood' || plan.kind === 'unlinked') {
    const speech = replyToUnclear(plan, model);
    return { speech, language, understood: false, outcomes: [], entityIds: [], wish: null };
  }
  if (plan.kind !== 'act' && plan.kind !== 'answer') {
    const speech = "I understood that, but I can't do it yet.";
    return { speech, language, understood: true, outcomes: [], entityIds: [], wish: null };
  }
  const { entities, about } = plan;
  const entityIds = entities.map((entity) => entity.entityId);
  if (plan.kind === 'answer') {
    const speech = replyToQuestion(plan.question, entities, about, model);
    return { speech, language, understood: true, outcomes: [], entityIds, wish: null };
  }
  const { wish } = plan;
  // From here on a repeated request must not act again, whatever becomes of this process.
  await turns.start(request.turnId);
  const outcomes = await door({ wish, entities, channel: request.channel }, options);
  const speech = replyToOutcomes(outcomes, wish, about);
  return { speech, language, understood: true, outcomes, entityIds, wish };
}
