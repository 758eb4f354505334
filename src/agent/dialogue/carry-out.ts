/** A plan → what was done or is known, the sentence that says so, and what is still to be asked. */
import { byName } from '../understand/mention.ts';
import type { Entity } from '../../home/model/home-model.ts';
import { countDevices } from '../act/reach.ts';
import type { Turn } from '../turn.ts';
import { replyToQuestion } from '../reply/answer-reply.ts';
import { replyToUnclear } from '../reply/no-answer-reply.ts';
import type { Plan } from '../understand/plan.ts';
import { actStep, type Asked } from './act-step.ts';
import { type Answer, answered, noAnswer } from './answer.ts';
import { answerStep } from './answer-step.ts';
import type { Hands } from './hands.ts';
import { answerMemoryStep } from './memory-step.ts';
import { questionOf, speakQuestion } from './questions.ts';
import { type OwnStep, resolveStep } from './resolve.ts';
import { answerTimerStep } from './timer-step.ts';
import { onOrOffStep, unclearStep, unsureStep } from './unclear-step.ts';

type Options = { readonly signal: AbortSignal };

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
  const acting = resolved.flatMap((one) => (one.kind === 'do' && one.step.kind === 'act' ? [one.step] : []));
  const deviceCount = countDevices(acting, model);
  const answers: Answer[] = [];
  for (const one of resolved) {
    options.signal.throwIfAborted();
    if (one.kind === 'tell') answers.push({ ...answered, speech: one.speech });
    if (one.kind === 'look') answers.push({ ...answered, speech: howTheyAre(one.entities, turn) });
    if (one.kind === 'say') answers.push({ ...answered, speech: pack[one.reply] });
    if (one.kind !== 'do') continue;
    const asked = { deviceCount, confirmed: one.confirmed };
    const answer = await carryOutStep(one.step, asked, turn, hands, options);
    answers.push(one.isAside ? { ...answer, entityIds: [] } : answer);
  }
  return joined(answers, turn);
}

function howTheyAre(entities: readonly Entity[], { model, pack, isHomeAway }: Turn): string {
  return isHomeAway ? pack.homeAway : replyToQuestion({ ask: 'value' }, entities, byName, model, pack);
}

/** One step that stands for itself; the question it leaves open is not yet in its speech. */
export async function carryOutStep(
  step: OwnStep,
  asked: Asked,
  turn: Turn,
  hands: Hands,
  options: Options,
): Promise<Answer> {
  const { model, pack } = turn;
  switch (step.kind) {
    case 'act':
      return await actStep(step, asked, turn, hands, options);
    case 'answer':
      return await answerStep(step, turn, hands, options);
    case 'timer': {
      if (!hands.timers) return { ...answered, speech: pack.unsupported };
      await hands.aboutToAct();
      return await answerTimerStep(step.request, turn, hands.timers);
    }
    case 'tell':
      return { ...answered, speech: pack.tells.tell(step.what, hands.clock.now(), model.timeZone) };
    case 'calendar':
      return { ...answered, speech: pack.tells.calendar(step.answer, model.timeZone) };
    case 'broadcast': {
      if (!hands.broadcast) return { ...answered, speech: pack.unsupported };
      await hands.aboutToAct();
      options.signal.throwIfAborted();
      return { ...answered, speech: await hands.broadcast(step, turn, hands.origin) };
    }
    case 'memory':
      if (!hands.memory) return { ...answered, speech: pack.unsupported };
      await hands.aboutToAct();
      return await answerMemoryStep(step, turn, { memory: hands.memory, clock: hands.clock }, options);
    case 'unlinked':
      return unclearStep(step, turn);
    case 'unsure':
      return unsureStep(step, turn);
    case 'on-or-off':
      return onOrOffStep(step, turn);
    case 'not-understood':
      return { ...noAnswer, speech: replyToUnclear(step, model, pack) };
  }
}

/** One answer for all, its sentences in order and the question they leave open at the end. */
export function joined(
  answers: readonly Answer[],
  { model, pack }: Turn,
  sentences: readonly string[] = answers.map(({ speech }) => speech),
): Answer {
  const open = answers.flatMap((answer) => answer.open);
  const factIds = answers.flatMap((answer) => answer.factIds ?? []);
  const last = answers.findLast(({ timerId, entityIds }) => timerId !== undefined || entityIds.length > 0);
  const lastAsked = answers.flatMap((answer) => answer.question ?? []).at(-1);
  const question = questionOf(open);
  const asked = question ? [speakQuestion(question, model, pack)] : [];
  return {
    speech: [...sentences, ...asked].filter((sentence) => sentence !== '').join(' '),
    understood: answers.some(({ understood }) => understood),
    outcomes: answers.flatMap(({ outcomes }) => outcomes),
    entityIds: [...new Set(answers.flatMap(({ entityIds }) => entityIds))],
    acted: answers.flatMap(({ acted }) => acted),
    open,
    ...(lastAsked && { question: lastAsked }),
    ...(last?.timerId !== undefined && { timerId: last.timerId }),
    ...(factIds.length > 0 && { factIds }),
    ...(answers.some(({ isPersonal }) => isPersonal) && { isPersonal: true }),
  };
}
