/** A step that lacks one thing: asked about where an answer can come back, explained elsewhere. */
import type { HomeModel } from '../../home/model/home-model.ts';
import type { Turn } from '../turn.ts';
import { choicesLimit } from '../reply/choices.ts';
import { replyToUnclear } from '../reply/no-answer-reply.ts';
import { indexOf } from '../understand/home-index.ts';
import type { Step } from '../understand/plan.ts';
import { type Answer, answered, noAnswer } from './answer.ts';
import type { OpenStep } from './dialogue.ts';

type Unlinked = Extract<Step, { readonly kind: 'unlinked' }>;

export function unclearStep(step: Unlinked, { model, pack, speaker }: Turn): Answer {
  const open = speaker.conversationId === null ? null : openStepOf(step, model);
  if (open === null) return { ...noAnswer, speech: replyToUnclear(step, model, pack) };
  return { ...answered, entityIds: open.kind === 'which' ? open.entityIds : [], open: [open] };
}

/** What was probably meant is offered; where nobody can say yes to it, it was not understood. */
export function unsureStep(
  { wish, entities, about, unknownName }: Extract<Step, { readonly kind: 'unsure' }>,
  { pack, speaker }: Turn,
): Answer {
  const why = unknownName === null ? '' : pack.unknownName({ said: unknownName });
  if (speaker.conversationId === null) return { ...noAnswer, speech: why || pack.notUnderstood };
  const entityIds = entities.map(({ entityId }) => entityId);
  const open: OpenStep = { kind: 'confirm', wish, about, entityIds, reasons: [] };
  return { ...answered, speech: why, entityIds, open: [open] };
}

/** A device that was named and nothing of what is to be done: most can be on or off. */
export function onOrOffStep(
  { entities, about }: Extract<Step, { readonly kind: 'on-or-off' }>,
  { pack, speaker }: Turn,
): Answer {
  if (speaker.conversationId === null) return { ...noAnswer, speech: pack.onOrOff };
  const entityIds = entities.map(({ entityId }) => entityId);
  return { ...answered, entityIds, open: [{ kind: 'on-or-off', entityIds, about }] };
}

function openStepOf(
  { why, wish, question }: Unlinked,
  model: HomeModel,
): Extract<OpenStep, { readonly kind: 'which' | 'where' }> | null {
  const what = wish ?? question;
  if (what && why.kind === 'ambiguous')
    return { kind: 'which', what, entityIds: why.entities.map(({ entityId }) => entityId) };
  if (!wish || why.kind !== 'no-place') return null;
  // Few enough to be named: that is easier to answer than a room.
  const all = indexOf(model).byClass.get(why.className) ?? [];
  return all.length > 1 && all.length <= choicesLimit
    ? { kind: 'which', what: wish, entityIds: all.map(({ entityId }) => entityId) }
    : { kind: 'where', wish, className: why.className };
}
