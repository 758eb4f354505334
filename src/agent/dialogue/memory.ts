/** What a turn leaves behind for the next one of its conversation. */
import { isListWish } from '../act/list-wish.ts';
import { wasSent } from '../act/was-sent.ts';
import type { TurnOutcome } from '../agent.ts';
import type { Turn } from '../turn.ts';
import type { Wish } from '../understand/wish.ts';
import type { Answer } from './answer.ts';
import type { DialogueMemory } from './conversation.ts';
import { type Dialogue, exchangeLimit, type LastAction, type Pending } from './dialogue.ts';
import { askedUs, questionOf, speakQuestion } from './questions.ts';
import { stateBefore } from './restore.ts';

/** An answer with where it came from. */
export type PathAnswer = {
  readonly answer: Answer;
  /** BCP 47 tag of its speech. */
  readonly language: string;
  readonly path: TurnOutcome['path'];
  /** No path made anything of the sentence. */
  readonly isUnclear: boolean;
};

/** A question is repeated once; then the person wants something else. */
const timesAsked = 2;

/** Where a question waits and the sentence was neither an answer nor anything else, it is asked once more. */
export function askAgain(
  said: PathAnswer,
  { pending, model, pack }: Turn,
): PathAnswer & { readonly repeated: Pending | null } {
  const question = questionOf(pending?.open ?? []);
  if (!said.isUnclear || pending === null || question === null || pending.askedCount >= timesAsked)
    return { ...said, repeated: null };
  const again = speakQuestion(question, model, pack);
  const isYesOrNo = askedUs(pending.open)?.kind === 'confirmation';
  const speech = isYesOrNo ? `${pack.confirmAgain} ${again}` : again;
  return {
    ...said,
    answer: { ...said.answer, speech },
    language: pack.language,
    repeated: { ...pending, askedCount: pending.askedCount + 1 },
  };
}

export function memoryOf(
  { answer, path, repeated }: ReturnType<typeof askAgain>,
  { request, dialogue, speaker }: Turn,
): DialogueMemory {
  const asked: Pending = { open: answer.open, askedOf: speaker, path, askedCount: 1 };
  const lastStep = answer.acted.at(-1) ?? answer.open.find((step) => step.kind === 'confirm');
  const isAboutDevices = answer.entityIds.length > 0;
  return {
    pending: answer.open.length > 0 ? asked : repeated,
    lastEntityIds: isAboutDevices ? answer.entityIds : (dialogue?.lastEntityIds ?? []),
    earlierEntityIds: earlier(answer, dialogue),
    lastOffered: offeredBy(answer) ?? stillOffered(answer, dialogue),
    lastWish: isAboutDevices ? (lastStep?.wish ?? wasListed(answer) ?? null) : (dialogue?.lastWish ?? null),
    lastQuestion: answer.question ?? (isAboutDevices ? null : (dialogue?.lastQuestion ?? null)),
    lastTimerId: lastTimerId(answer, dialogue),
    lastFactIds: answer.factIds ?? (isAboutDevices ? [] : (dialogue?.lastFactIds ?? [])),
    lastAction: answer.acted.length > 0 ? lastAction(answer) : (dialogue?.lastAction ?? null),
    exchanges: [...(dialogue?.exchanges ?? []), { said: request.text, answered: answer.speech }].slice(
      -exchangeLimit,
    ),
  };
}

/** As long as the talk is about the same, what it was about before stays. */
function earlier({ entityIds }: Answer, dialogue: Dialogue | undefined): readonly string[] {
  const last = dialogue?.lastEntityIds ?? [];
  const isSame = entityIds.every((id) => last.includes(id));
  return isSame ? (dialogue?.earlierEntityIds ?? []) : last;
}

function lastTimerId({ timerId, entityIds }: Answer, dialogue: Dialogue | undefined): string | null {
  if (timerId !== undefined) return timerId;
  return entityIds.length > 0 ? null : (dialogue?.lastTimerId ?? null);
}

/** What was on the list already: more of it may follow. */
function wasListed({ outcomes }: Answer): Wish | undefined {
  const wish = outcomes.at(-1)?.cameTo;
  return wish && isListWish(wish) ? wish : undefined;
}

function offeredBy({ open }: Answer): readonly string[] | undefined {
  return open.flatMap((step) => (step.kind === 'which' ? [step.entityIds] : [])).at(0);
}

/** As long as the talk is about them, the others can still be meant. */
function stillOffered({ entityIds }: Answer, dialogue: Dialogue | undefined): readonly string[] {
  const offered = dialogue?.lastOffered ?? [];
  return entityIds.every((id) => offered.includes(id)) ? offered : [];
}

function lastAction({ acted, outcomes, open, speech }: Answer): LastAction {
  const before = outcomes
    .filter(wasSent)
    .flatMap(({ entityId, was }) => (was ? [stateBefore(entityId, was)] : []));
  // Of a device that was acted on twice, the first state is the one before.
  const first = new Map(before.toReversed().map((state) => [state.entityId, state]));
  const told = open.length === 0 && speech !== '' ? { told: speech } : {};
  return { steps: acted, before: [...first.values()], ...told };
}
