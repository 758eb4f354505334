/** A step that lacks one thing: asked about where an answer can come back, explained elsewhere. */
import type { Turn } from '../path.ts';
import { replyToUnclear } from '../reply/no-answer-reply.ts';
import type { Step } from '../understand/plan.ts';
import { type Answer, answered, noAnswer } from './answer.ts';
import type { OpenStep } from './dialogue.ts';

type Unlinked = Extract<Step, { readonly kind: 'unlinked' }>;

export function unclearStep(step: Unlinked, { model, pack, speaker }: Turn): Answer {
  const open = speaker.conversationId === null ? null : openStepOf(step);
  if (open === null) return { ...noAnswer, speech: replyToUnclear(step, model, pack) };
  return { ...answered, entityIds: open.kind === 'which' ? open.entityIds : [], open: [open] };
}

function openStepOf({
  why,
  wish,
  question,
}: Unlinked): Exclude<OpenStep, { readonly kind: 'confirm' }> | null {
  const what = wish ?? question;
  if (what && why.kind === 'ambiguous')
    return { kind: 'which', what, entityIds: why.entities.map(({ entityId }) => entityId) };
  return wish && why.kind === 'no-place' ? { kind: 'where', wish, className: why.className } : null;
}
