/** Steps that mean something of the conversation ("yes", "undo that") → steps that stand for themselves. */
import { entitiesOf, type Entity, type HomeModel } from '../../home/model/home-model.ts';
import type { ConfirmReason } from '../act/verdict.ts';
import type { FixedReply } from '../reply/language-pack.ts';
import { deviceClasses } from '../understand/device-classes.ts';
import { byName, entitiesIn } from '../understand/mention.ts';
import { indexOf } from '../understand/home-index.ts';
import type { AnswerToUs, Question, Step, Wish } from '../understand/plan.ts';
import type { Conversation } from './conversation.ts';
import type { ActedStep, LastAction, OpenStep } from './dialogue.ts';
import { questionOf } from './questions.ts';
import { restoringSteps } from './restore.ts';

type Referring = 'again' | 'undo' | 'recount' | 'never-mind' | 'reply';
export type OwnStep = Exclude<Step, { readonly kind: Referring }>;

export type Resolved =
  | {
      readonly kind: 'do';
      readonly step: OwnStep;
      readonly confirmed: readonly ConfirmReason[];
      /** It takes back what was wrong: the talk goes on about what is meant. */
      readonly isAside?: true;
    }
  | { readonly kind: 'say'; readonly reply: FixedReply }
  | { readonly kind: 'tell'; readonly speech: string }
  /** How these are now is told; the talk stays where it was. */
  | { readonly kind: 'look'; readonly entities: readonly Entity[] }
  /** It answers no question, or not the one that waits. */
  | { readonly kind: 'no-answer' };

/** Takes the waiting question out of the conversation where the step answers it: its steps are given once. */
export async function resolveStep(
  step: Step,
  conversation: Conversation,
  model: HomeModel,
): Promise<readonly Resolved[]> {
  const { lastAction = null, lastEntityIds = [] } = conversation.dialogue ?? {};
  switch (step.kind) {
    case 'again':
      return lastAction === null ? [say('nothingDone')] : lastAction.steps.map((one) => act(one, model));
    case 'undo':
      return lastAction === null ? [say('nothingDone')] : undo(lastAction, model);
    case 'recount':
      return [lastAction === null ? say('nothingDone') : recount(lastAction, step.as, model)];
    case 'never-mind':
      await conversation.takePending();
      return [say('dropped')];
    case 'memory':
      return await memoryStep(step, conversation);
    case 'reply':
      return await resume(step.answer, conversation, model);
    case 'act': {
      const { instead, ...meant } = step;
      if (instead !== true || lastAction === null) return [run(meant)];
      // What was wrong is what the last sentence was about; nothing older is touched, and nothing that is meant now.
      const wrong = lastAction.before.filter(
        ({ entityId }) =>
          lastEntityIds.includes(entityId) && !meant.entities.some((entity) => entity.entityId === entityId),
      );
      const restoring = restoringSteps({ ...lastAction, before: wrong }, model);
      return [...restoring.map((back) => ({ ...run(back), isAside: true }) as const), run(meant)];
    }
    default:
      return [run(step)];
  }
}

/** "forget that", where nothing was remembered or recalled, is the same as "never mind". */
async function memoryStep(
  step: Extract<Step, { readonly kind: 'memory' }>,
  conversation: Conversation,
): Promise<readonly Resolved[]> {
  if (step.request.do !== 'forget-last') return [run(step)];
  const factIds = conversation.dialogue?.lastFactIds ?? [];
  if (conversation.pending === null && factIds.length > 0)
    return [run({ kind: 'memory', request: { do: 'forget-these', factIds } })];
  await conversation.takePending();
  return [say('dropped')];
}

async function resume(
  answer: AnswerToUs,
  conversation: Conversation,
  model: HomeModel,
): Promise<readonly Resolved[]> {
  const open = conversation.pending?.open ?? [];
  const question = questionOf(open);
  if (question === null) return [{ kind: 'no-answer' }];
  if (answer.said === 'pin' && answer.was !== 'right') {
    if (!(await conversation.takePending())) return [say('nothingAsked')];
    // The door asks again, as it did at first.
    return answer.was === 'wrong'
      ? [say('pinWrong'), ...open.map((step) => reopen(step, model))]
      : [say(answer.was === 'locked' ? 'pinLocked' : 'pinUnset')];
  }
  const decided =
    answer.said === 'no' ? [] : question.asked.flatMap((step) => decide(step, answer, model) ?? []);
  if (answer.said !== 'no' && decided.length === 0) return [{ kind: 'no-answer' }];
  if (!(await conversation.takePending())) return [say('nothingAsked')];
  if (answer.said === 'no') return [say('dropped')];
  const later = open.filter((step) => !question.asked.includes(step));
  return [...decided, ...later.map((step) => reopen(step, model))];
}

/** What an open step becomes by the answer; undefined when that is no answer to it. */
function decide(
  step: OpenStep,
  answer: AnswerToUs,
  model: HomeModel,
): Resolved | readonly Resolved[] | undefined {
  switch (step.kind) {
    case 'confirm': {
      if (answer.said === 'these') return confirmPart(step, answer.entities, model);
      const needed = step.reasons.includes('pin') ? 'pin' : 'yes';
      return answer.said === needed ? act(step, model, step.reasons) : undefined;
    }
    case 'memory':
      return answer.said === 'yes'
        ? run({ kind: 'memory', request: step.request, isAllowed: true })
        : undefined;
    case 'which': {
      // "Did you mean the desk lamp?" is answered by a yes.
      if (answer.said === 'yes' && step.entityIds.length === 1)
        return withThese(step.what, entitiesOf(model, step.entityIds));
      if (answer.said !== 'these') return undefined;
      const chosen = answer.entities.filter(({ entityId }) => step.entityIds.includes(entityId));
      return chosen.length === 0 ? undefined : withThese(step.what, chosen);
    }
    case 'which-timer':
      return answer.said === 'timers' ? withTimers(step, answer.timerIds) : undefined;
    case 'on-or-off':
      return answer.said === 'on' || answer.said === 'off'
        ? run(switched(step, answer.said === 'on' ? 'turn_on' : 'turn_off', model))
        : undefined;
    case 'timer-length':
      return answer.said === 'length'
        ? run({ kind: 'timer', request: { do: 'start', lengthMs: answer.lengthMs, name: step.name } })
        : undefined;
    case 'where': {
      const { wish, className } = step;
      const isMeant = (entity: Entity) => deviceClasses[className]?.holds(entity) === true;
      if (answer.said === 'these') {
        const named = answer.entities.filter(isMeant);
        return named.length === 0 ? undefined : withThese(wish, named);
      }
      if (answer.said !== 'there') return undefined;
      const { place } = answer;
      const entities = entitiesIn(place, indexOf(model), model).filter(isMeant);
      if (entities.length === 0) return run(unlinked({ kind: 'none-there', className, place }, wish));
      return run({
        kind: 'act',
        wish,
        entities,
        about: { by: 'class', className, place, everywhere: false },
      });
    }
  }
}

/** Of the devices that were asked about, those that were named are agreed to. */
function confirmPart(
  step: Extract<OpenStep, { readonly kind: 'confirm' }>,
  named: readonly Entity[],
  model: HomeModel,
): Resolved | undefined {
  const entityIds = step.entityIds.filter((id) => named.some(({ entityId }) => entityId === id));
  if (entityIds.length === 0 || step.reasons.includes('pin')) return undefined;
  const about = entityIds.length < step.entityIds.length ? byName : step.about;
  return act({ ...step, entityIds, about }, model, step.reasons);
}

/** An open step that was not asked about yet, as the step it came from: it will ask for itself. */
function reopen(step: OpenStep, model: HomeModel): Resolved {
  switch (step.kind) {
    case 'confirm':
      return act(step, model);
    case 'which':
      return run(unlinked({ kind: 'ambiguous', entities: entitiesOf(model, step.entityIds) }, step.what));
    case 'memory':
      return run({ kind: 'memory', request: step.request });
    case 'which-timer':
      return run({ kind: 'timer', request: step.request });
    case 'on-or-off':
      return run({ kind: 'on-or-off', entities: entitiesOf(model, step.entityIds), about: step.about });
    case 'timer-length':
      return run({ kind: 'timer', request: { do: 'start', lengthMs: 0, name: step.name } });
    case 'where':
      return run(unlinked({ kind: 'no-place', className: step.className }, step.wish));
  }
}

/** What has no state of its own to look at: of these only what was said is known. */
const stateless: ReadonlySet<string> = new Set(['scene', 'script', 'button', 'input_button', 'todo']);

/** In the words it was told in, or as its devices are now. */
function recount({ steps, told }: LastAction, as: 'said' | 'is-now', model: HomeModel): Resolved {
  const ids = [...new Set(steps.flatMap(({ entityIds }) => entityIds))];
  const entities = entitiesOf(model, ids);
  const hasState = entities.length > 0 && entities.every(({ domain }) => !stateless.has(domain));
  if (told !== undefined && (as === 'said' || !hasState)) return { kind: 'tell', speech: told };
  return { kind: 'look', entities };
}

function undo(last: LastAction, model: HomeModel): readonly Resolved[] {
  const restoring = restoringSteps(last, model).map(run);
  return restoring.length === 0 ? [say('cannotUndo')] : restoring;
}

function act(
  { wish, entityIds, about }: ActedStep,
  model: HomeModel,
  confirmed: readonly ConfirmReason[] = [],
): Resolved {
  return {
    kind: 'do',
    step: { kind: 'act', wish, entities: entitiesOf(model, entityIds), about },
    confirmed,
  };
}

type Unlinked = Extract<Step, { readonly kind: 'unlinked' }>;

function unlinked(why: Unlinked['why'], what: Wish | Question): Unlinked {
  return 'ask' in what
    ? { kind: 'unlinked', why, wish: null, isQuestion: true, question: what }
    : { kind: 'unlinked', why, wish: what, isQuestion: false };
}

/** Without devices it is not known where, and asked. */
function switched(
  { entityIds, about }: Extract<OpenStep, { readonly kind: 'on-or-off' }>,
  verb: 'turn_on' | 'turn_off',
  model: HomeModel,
): OwnStep {
  const wish = { do: verb } as const;
  return entityIds.length === 0
    ? unlinked({ kind: 'no-place', className: about.className ?? 'light' }, wish)
    : { kind: 'act', wish, entities: entitiesOf(model, entityIds), about };
}

function withThese(what: Wish | Question, entities: readonly Entity[]): Resolved {
  return 'ask' in what
    ? run({ kind: 'answer', question: what, entities, about: byName })
    : run({ kind: 'act', wish: what, entities, about: byName });
}

function withTimers(
  { request, timers }: Extract<OpenStep, { readonly kind: 'which-timer' }>,
  timerIds: readonly string[],
): readonly Resolved[] {
  const chosen = timers.filter(({ timerId }) => timerIds.includes(timerId));
  return chosen.map(({ timerId, name, lengthMs }) => {
    const timer = { timerId, name, lengthMs, place: null };
    return run({ kind: 'timer', request: { ...request, timer } });
  });
}

function run(step: OwnStep): Extract<Resolved, { readonly kind: 'do' }> {
  return { kind: 'do', step, confirmed: [] };
}

function say(reply: FixedReply): Resolved {
  return { kind: 'say', reply };
}
