/** A plan → what was done or is known, the sentence that says so, and what is still to be asked. */
import type { Door, Outcome } from '../act/act.ts';
import type { ConfirmReason } from '../act/policy.ts';
import { countDevices } from '../act/reach.ts';
import type { ReadList } from '../act/read-list.ts';
import { wasSent } from '../act/was-sent.ts';
import type { Clock } from '../../core/clock.ts';
import type { Entity } from '../../home/model/home-model.ts';
import type { Turn } from '../path.ts';
import { replyToQuestion } from '../reply/answer-reply.ts';
import { replyToUnclear } from '../reply/no-answer-reply.ts';
import { replyToOutcomes } from '../reply/outcome-reply.ts';
import type { Plan, Step } from '../understand/plan.ts';
import type { Broadcast } from './broadcast.ts';
import type { Conversation } from './conversation.ts';
import type { ActedStep, OpenStep } from './dialogue.ts';
import type { LateFailures } from './late-failures.ts';
import { questionOf, speakQuestion } from './questions.ts';
import { type OwnStep, resolveStep } from './resolve.ts';
import { answerTimerStep, type TimerService } from './timer-step.ts';

/** What a plan, or one step of it, came to. */
export type Answer = {
  readonly speech: string;
  readonly understood: boolean;
  readonly outcomes: readonly Outcome[];
  /** The devices it was about, for "it" and "them". */
  readonly entityIds: readonly string[];
  /** What was tried, in order. */
  readonly acted: readonly ActedStep[];
  /** What waits for an answer; the question is the end of `speech`. */
  readonly open: readonly OpenStep[];
};

export type Hands = {
  readonly door: Door;
  readonly conversation: Conversation;
  /** Absent: nobody could be told. */
  readonly lateFailures?: LateFailures | undefined;
  /** Absent: there are no satellites to speak on. */
  readonly broadcast?: Broadcast | undefined;
  /** Absent: lists can not be read here. */
  readonly readList?: ReadList | undefined;
  /** Absent: nothing is told that depends on the time. */
  readonly clock?: Clock;
  /** Absent: there are no timers here. */
  readonly timers?: TimerService | undefined;
  /** Called before the first action: from then on the turn must not be repeated. */
  readonly aboutToAct: () => Promise<void>;
};

type Options = { readonly signal: AbortSignal };

/** Nothing was done, and nothing is said yet. */
export const noAnswer: Answer = {
  speech: '',
  understood: false,
  outcomes: [],
  entityIds: [],
  acted: [],
  open: [],
};
const nothing: Answer = { ...noAnswer, understood: true };

/**
 * Does the steps in the order they were said; an aborted signal keeps the next one from being done. Undefined
 * when the plan was an answer to a question that nobody asked here.
 */
export async function carryOut(
  plan: Plan,
  turn: Turn,
  hands: Hands,
  options: Options,
): Promise<Answer | undefined> {
  const { model, pack } = turn;
  const said = plan.kind === 'several' ? plan.steps : [plan];
  const resolved = [];
  for (const step of said) resolved.push(...(await resolveStep(step, hands.conversation, model)));
  if (resolved.some(({ kind }) => kind === 'no-answer')) return undefined;
  const actedOn = resolved.flatMap((one) =>
    one.kind === 'do' && one.step.kind === 'act' ? one.step.entities : [],
  );
  const deviceCount = countDevices(actedOn, model);
  const answers: Answer[] = [];
  for (const one of resolved) {
    options.signal.throwIfAborted();
    if (one.kind === 'say') answers.push({ ...nothing, speech: pack[one.reply] });
    if (one.kind !== 'do') continue;
    const asked = { deviceCount, confirmed: one.confirmed };
    answers.push(await carryOutStep(one.step, asked, turn, hands, options));
  }
  return joined(answers, turn);
}

async function carryOutStep(
  step: OwnStep,
  asked: { readonly deviceCount: number; readonly confirmed: readonly ConfirmReason[] },
  turn: Turn,
  hands: Hands,
  options: Options,
): Promise<Answer> {
  const { model, pack } = turn;
  switch (step.kind) {
    case 'act':
      return await act(step, asked, turn, hands, options);
    case 'answer': {
      if (step.question.ask === 'list_items') return await readLists(step.entities, turn, hands, options);
      const speech = replyToQuestion(step.question, step.entities, step.about, model, pack);
      return { ...nothing, speech, entityIds: step.entities.map(({ entityId }) => entityId) };
    }
    case 'timer': {
      if (!hands.timers) return { ...nothing, speech: pack.unsupported };
      await hands.aboutToAct();
      return { ...nothing, speech: await answerTimerStep(step.request, turn, hands.timers) };
    }
    case 'tell':
      if (!hands.clock) return { ...nothing, speech: pack.unsupported };
      return { ...nothing, speech: pack.tells.tell(step.what, hands.clock.now(), model.timeZone) };
    case 'broadcast': {
      if (!hands.broadcast) return { ...nothing, speech: pack.unsupported };
      await hands.aboutToAct();
      options.signal.throwIfAborted();
      return { ...nothing, speech: pack[hands.broadcast(step.message, turn)] };
    }
    case 'unlinked':
      return unlinked(step, turn);
    case 'not-understood':
      return { ...nothing, speech: replyToUnclear(step, model, pack), understood: false };
    default:
      return { ...nothing, speech: pack.unsupported };
  }
}

async function readLists(
  lists: readonly Entity[],
  { pack }: Turn,
  { readList }: Hands,
  options: Options,
): Promise<Answer> {
  if (!readList) return { ...nothing, speech: pack.unsupported };
  const read = await Promise.all(
    lists.map(async ({ entityId, name }) => pack.lists.read(name, await readList(entityId, options))),
  );
  return { ...nothing, speech: read.join(' '), entityIds: lists.map(({ entityId }) => entityId) };
}

async function act(
  { wish, entities, about }: Extract<Step, { readonly kind: 'act' }>,
  asked: { readonly deviceCount: number; readonly confirmed: readonly ConfirmReason[] },
  turn: Turn,
  { door, aboutToAct, lateFailures }: Hands,
  options: Options,
): Promise<Answer> {
  const { speaker, pack } = turn;
  await aboutToAct();
  const outcomes = await door({ wish, entities, speaker, ...asked }, options);
  const entityIds = entities.map(({ entityId }) => entityId);
  lateFailures?.supersede(outcomes.filter(wasSent).map((outcome) => outcome.entityId));
  lateFailures?.follow(outcomes, wish, turn);
  const waiting = outcomes.filter(({ confirmable }) => confirmable !== undefined);
  const settled = outcomes.filter((outcome) => !waiting.includes(outcome));
  const acted = settled.map(({ entityId }) => entityId);
  return {
    ...nothing,
    outcomes,
    entityIds,
    speech: replyToOutcomes(outcomes, wish, about, pack),
    acted: acted.length === 0 ? [] : [{ wish, entityIds: acted, about }],
    open: waiting.length === 0 ? [] : [confirmation(waiting, { wish, about })],
  };
}

function confirmation(waiting: readonly Outcome[], what: Pick<ActedStep, 'wish' | 'about'>): OpenStep {
  const reasons = [...new Set(waiting.flatMap(({ confirmable }) => confirmable ?? []))];
  return { kind: 'confirm', ...what, entityIds: waiting.map(({ entityId }) => entityId), reasons };
}

/** A sentence that lacks one thing is asked about, where an answer can come back. */
function unlinked(
  step: Extract<Step, { readonly kind: 'unlinked' }>,
  { model, pack, speaker }: Turn,
): Answer {
  const open = speaker.conversationId === null ? null : openStepOf(step);
  if (open === null) return { ...nothing, speech: replyToUnclear(step, model, pack), understood: false };
  return { ...nothing, entityIds: open.kind === 'which' ? open.entityIds : [], open: [open] };
}

function openStepOf({
  why,
  wish,
  question,
}: Extract<Step, { readonly kind: 'unlinked' }>): Exclude<OpenStep, { readonly kind: 'confirm' }> | null {
  const what = wish ?? question;
  if (what && why.kind === 'ambiguous')
    return { kind: 'which', what, entityIds: why.entities.map(({ entityId }) => entityId) };
  return wish && why.kind === 'no-place' ? { kind: 'where', wish, className: why.className } : null;
}

function joined(answers: readonly Answer[], { model, pack }: Turn): Answer {
  const open = answers.flatMap((answer) => answer.open);
  const question = questionOf(open);
  const sentences = answers.map(({ speech }) => speech);
  if (question) sentences.push(speakQuestion(question, model, pack));
  return {
    speech: sentences.filter((sentence) => sentence !== '').join(' '),
    understood: answers.some(({ understood }) => understood),
    outcomes: answers.flatMap(({ outcomes }) => outcomes),
    entityIds: [...new Set(answers.flatMap(({ entityIds }) => entityIds))],
    acted: answers.flatMap(({ acted }) => acted),
    open,
  };
}
