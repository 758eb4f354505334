/** What a sentence will probably be answered with, found out without doing anything of it. */
import { createPretendDoor, type Hope } from '../act/pretend.ts';
import type { Policy } from '../act/policy.ts';
import type { Path, Turn } from '../path.ts';
import type { HomeView } from '../ports/home-view.ts';
import type { Plan, Step } from '../understand/plan.ts';
import { carryOut } from './carry-out.ts';
import { originOf } from '../act/origin.ts';
import type { Hands } from './hands.ts';
import { askedUs } from './questions.ts';

export type ForesightParts = {
  readonly path: Path;
  readonly home: HomeView;
  readonly policy: Policy;
};

/** The likeliest first: slow devices are on their way when a reply is due, the others are done. */
const hopes: readonly Hope[] = ['started', 'proven', 'sent'];

/** Steps whose replies are made of the home alone; what else a sentence sets going is not tried out. */
const plainSteps: ReadonlySet<Step['kind']> = new Set([
  'act',
  'answer',
  'tell',
  'unlinked',
  'reply',
  'never-mind',
]);

/** Replies in the turn's language, the likeliest first; none where another path may know more. */
export async function foresee(
  turn: Turn,
  { path, home, policy }: ForesightParts,
  options: { readonly signal: AbortSignal },
): Promise<readonly string[]> {
  // What is being said is a code.
  if (askedUs(turn.pending?.open ?? [])?.kind === 'pin') return [];
  const reading = await path.read(turn, options);
  if (reading.kind === 'run') return [];
  if (reading.kind === 'said') return [reading.speech];
  const plan = reading.kind === 'plan' ? reading.plan : reading.isFirm && reading.guess;
  if (!plan) return [];
  if (!stepsOf(plan).every(({ kind }) => plainSteps.has(kind))) return [];
  const replies = new Set<string>();
  for (const hope of hopes) {
    const answer = await carryOut(
      plan,
      turn,
      pretending(turn, createPretendDoor(home, policy, hope)),
      options,
    );
    if (answer && answer.speech !== '') replies.add(answer.speech);
  }
  return [...replies];
}

function stepsOf(plan: Plan): readonly Step[] {
  return plan.kind === 'several' ? plan.steps : [plan];
}

/** The conversation answers as it would, and remembers nothing of it. */
function pretending(turn: Turn, door: Hands['door']): Hands {
  const { dialogue, pending } = turn;
  return {
    door,
    origin: originOf(turn, 'local'),
    aboutToAct: async () => undefined,
    conversation: {
      dialogue,
      pending,
      takePending: async () => pending !== null,
      remember: async () => undefined,
    },
  };
}
