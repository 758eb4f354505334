/** Which of the open parts of a sentence is asked about, and in what words. */
import { entitiesOf, type HomeModel } from '../../home/model/home-model.ts';
import type { TurnOutcome } from '../agent.ts';
import { namesToChooseFrom } from '../reply/choices.ts';
import type { LanguagePack } from '../reply/language-pack.ts';
import { subjectOf } from '../reply/subject.ts';
import type { AskedUs } from '../understand/understand.ts';
import type { OpenStep } from './dialogue.ts';

export type Question = {
  readonly reason: NonNullable<TurnOutcome['continueReason']>;
  /** The parts that the answer decides; the others come after it. */
  readonly asked: readonly OpenStep[];
};

/**
 * What is unclear comes first, one thing at a time; then one confirmation for all that needs one, at last the code
 * for all that needs it.
 */
export function questionOf(open: readonly OpenStep[]): Question | null {
  if (open.length === 0) return null;
  const memory = open.find(({ kind }) => kind === 'memory');
  if (memory !== undefined) return { reason: 'confirmation', asked: [memory] };
  const unclear = open.find(({ kind }) => kind !== 'confirm');
  if (unclear !== undefined) return { reason: 'clarification', asked: [unclear] };
  const plain = open.filter((step) => !wantsPin(step));
  return { reason: 'confirmation', asked: plain.length > 0 ? plain : open };
}

function wantsPin(step: OpenStep): boolean {
  return step.kind === 'confirm' && step.reasons.includes('pin');
}

function devicesOf(step: OpenStep): readonly string[] {
  return step.kind === 'confirm' ? step.entityIds : [];
}

/** The same, as understanding needs to know it. */
export function askedUs(open: readonly OpenStep[]): AskedUs | null {
  const question = questionOf(open);
  const [first] = question?.asked ?? [];
  switch (first?.kind) {
    case undefined:
      return null;
    case 'confirm':
      return wantsPin(first)
        ? { kind: 'pin' }
        : { kind: 'confirmation', entityIds: question?.asked.flatMap(devicesOf) ?? [] };
    case 'memory':
      return { kind: 'confirmation', entityIds: [] };
    case 'which':
      return { kind: 'which', entityIds: first.entityIds };
    case 'where':
      return { kind: 'where', className: first.className };
    case 'on-or-off':
      return { kind: 'on-or-off' };
    case 'timer-length':
      return { kind: 'length' };
    case 'which-timer':
      return { kind: 'timer', timers: first.timers };
  }
}

export function speakQuestion({ asked }: Question, model: HomeModel, pack: LanguagePack): string {
  return asked.map((step) => speakStep(step, model, pack)).join(' ');
}

function speakStep(step: OpenStep, model: HomeModel, pack: LanguagePack): string {
  if (step.kind === 'which-timer' || step.kind === 'timer-length' || step.kind === 'memory')
    return step.question;
  if (step.kind === 'on-or-off') return pack.onOrOff;
  if (step.kind === 'where') return pack.whichRoom({ className: step.className });
  const entities = entitiesOf(model, step.entityIds);
  if (step.kind === 'which') return pack.whichOne({ names: namesToChooseFrom(entities, model) });
  const { wish, about, reasons } = step;
  const subject = subjectOf(entities, about);
  if (wantsPin(step)) return pack.policy.askPin({ wish, subject });
  // Of many that were meant one may be left that can do it.
  const why = reasons.includes('many-devices') && entities.length > 1 ? 'many-devices' : 'less-safe';
  return pack.confirm({ wish, why, subject, count: entities.length });
}
