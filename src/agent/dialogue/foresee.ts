/** What a sentence will probably be answered with, found out without doing anything of it. */
import type { Clock } from '../../core/clock.ts';
import type { DeviceHabits } from '../act/device-habits.ts';
import { originOf } from '../act/origin.ts';
import type { Policy } from '../act/policy.ts';
import { createPretendDoor, type HopeFor } from '../act/pretend.ts';
import type { Path } from '../path.ts';
import type { Turn } from '../turn.ts';
import type { HomeView } from '../ports/home-view.ts';
import { createPretendTimers } from '../schedule/pretend-timers.ts';
import type { Plan, Step } from '../understand/plan.ts';
import { noAnswer } from './answer.ts';
import { carryOut } from './carry-out.ts';
import type { Hands, Means } from './hands.ts';
import { askAgain } from './memory.ts';
import { askedUs } from './questions.ts';
import type { TimerService } from './timer-step.ts';

export type ForesightParts = {
  /** Ways to understand, in the order they are asked, without a language model. */
  readonly paths: readonly Path[];
  readonly home: HomeView;
  readonly policy: Policy;
  readonly habits: DeviceHabits;
  readonly clock: Clock;
  readonly timers?: TimerService | undefined;
  /** Reading changes nothing. */
  readonly reads: Means['reads'];
  /** A language model answers what none of the paths knows: nobody foresees its words. */
  readonly hasModel: boolean;
};

type Options = { readonly signal: AbortSignal };

/** What of a turn decides its reply. */
type Foreseen =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'speech'; readonly speech: string; readonly isUnclear: boolean };

/** What others are told, and what is remembered or recalled, is not tried out. */
const untried: ReadonlySet<Step['kind']> = new Set(['broadcast', 'memory']);

/** These go through the door, or may. */
const acting: ReadonlySet<Step['kind']> = new Set(['act', 'again', 'undo', 'reply']);

/** What is left of a timer is told in seconds: as it will be when the sentence ends at once, a little later, or last. */
const answeredAfterMs = [100, 400, 1_000] as const;

/** Replies in the turn's language, the likeliest first; none where another path may know more. */
export async function foresee(
  turn: Turn,
  parts: ForesightParts,
  options: Options,
): Promise<readonly string[]> {
  // What is being said is a code.
  if (askedUs(turn.pending?.open ?? [])?.kind === 'pin') return [];
  const foreseen = await readPaths(turn, parts, options);
  if (foreseen === undefined) return [];
  if (foreseen.kind === 'plan') return await repliesTo(foreseen.plan, turn, parts, options);
  const { speech, isUnclear } = foreseen;
  const answer = { ...noAnswer, speech };
  const said = askAgain({ answer, language: turn.pack.language, path: 'local', isUnclear }, turn);
  return [said.answer.speech];
}

/** As the router follows them; undefined where something would be done, or asked of a language model. */
async function readPaths(
  turn: Turn,
  { paths, hasModel }: ForesightParts,
  options: Options,
): Promise<Foreseen | undefined> {
  let guess: { readonly plan: Plan; readonly isFirm: boolean } | undefined;
  let unclear: string | undefined;
  for (const path of paths) {
    const reading = await path.read(turn, options);
    options.signal.throwIfAborted();
    if (reading.kind === 'run') return undefined;
    if (reading.kind === 'plan') return reading;
    if (reading.kind === 'said')
      return hasModel && reading.modelMay !== undefined
        ? undefined
        : { kind: 'speech', speech: reading.speech, isUnclear: false };
    if (reading.guess) guess ??= { plan: reading.guess, isFirm: reading.isFirm === true };
    unclear ??= reading.speech ?? undefined;
  }
  if (hasModel && guess?.isFirm !== true) return undefined;
  if (guess) return { kind: 'plan', plan: guess.plan };
  return { kind: 'speech', speech: unclear ?? turn.pack.languageUnknown, isUnclear: true };
}

async function repliesTo(
  plan: Plan,
  turn: Turn,
  { home, policy, habits, clock, timers, reads }: ForesightParts,
  options: Options,
): Promise<readonly string[]> {
  const steps = plan.kind === 'several' ? plan.steps : [plan];
  if (steps.some(({ kind }) => untried.has(kind))) return [];
  const hopes: readonly HopeFor[] = steps.some(({ kind }) => acting.has(kind))
    ? [(entityId) => habits.of(entityId), () => undefined, () => 'proven', () => 'sent']
    : [() => undefined];
  const moments = steps.some(({ kind }) => kind === 'timer' || kind === 'reply')
    ? answeredAfterMs
    : answeredAfterMs.slice(0, 1);
  const replies = new Set<string>();
  for (const hopeFor of hopes) {
    for (const aheadMs of moments) {
      const nowMs = clock.now();
      const then: Clock = { now: () => nowMs + aheadMs, monotonicMs: () => clock.monotonicMs() + aheadMs };
      const hands: Hands = {
        ...pretending(turn),
        reads,
        door: createPretendDoor(home, policy, hopeFor),
        clock: then,
        timers: timers && pretendDesk(timers, { nowMs, aheadMs, clock: then }),
      };
      const answer = await carryOut(plan, turn, hands, options);
      replies.add(answer?.speech ?? turn.pack.nothingAsked);
    }
  }
  // A yes may lead to what is not tried out.
  replies.delete(turn.pack.unsupported);
  return [...replies].filter((reply) => reply !== '');
}

/** The conversation answers as it would, and remembers nothing of it. */
function pretending(turn: Turn): Omit<Hands, keyof Means> {
  const { dialogue, pending } = turn;
  return {
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

function pretendDesk(
  { timers, promiseOf }: TimerService,
  { clock, ...when }: { readonly nowMs: number; readonly aheadMs: number; readonly clock: Clock },
): TimerService {
  return {
    promiseOf,
    clock,
    timers: {
      ...createPretendTimers(timers, when),
      refresh: async () => undefined,
      unheardBy: (where) => timers.unheardBy(where),
      lateMs: (timer) => timers.lateMs(timer),
    },
  };
}
