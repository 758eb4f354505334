/** Which of the open parts of a sentence is asked about, and in what words. */
import type { HomeModel } from '../../home/model/home-model.ts';
import type { TurnOutcome } from '../agent.ts';
import { namesToChooseFrom } from './choices.ts';
import type { LanguagePack } from '../reply/language-pack.ts';
import { subjectOf } from '../reply/subject.ts';
import type { AskedUs } from '../understand/understand.ts';
import type { OpenStep } from './dialogue.ts';

export type Question = {
  readonly reason: NonNullable<TurnOutcome['continueReason']>;
  /** The parts that the answer decides; the others come after it. */
  readonly asked: readonly OpenStep[];
};

/** What is unclear comes first, one thing at a time; then one confirmation for all that needs one. */
export function questionOf(open: readonly OpenStep[]): Question | null {
  if (open.length === 0) return null;
  const unclear = open.find(({ kind }) => kind !== 'confirm');
  return unclear === undefined
    ? { reason: 'confirmation', asked: open }
    : { reason: 'clarification', asked: [unclear] };
}

/** The same, as understanding needs to know it. */
export function askedUs(open: readonly OpenStep[]): AskedUs | null {
  const question = questionOf(open);
  const [first] = question?.asked ?? [];
  switch (first?.kind) {
    case undefined:
      return null;
    case 'confirm':
      return { kind: 'confirmation' };
    case 'which':
      return { kind: 'which', entityIds: first.entityIds };
    case 'where':
      return { kind: 'where' };
    case 'which-timer':
      return { kind: 'timer', timers: first.timers };
  }
}

export function speakQuestion({ asked }: Question, model: HomeModel, pack: LanguagePack): string {
  return asked.map((step) => speakStep(step, model, pack)).join(' ');
}

function speakStep(step: OpenStep, model: HomeModel, pack: LanguagePack): string {
  if (step.kind === 'which-timer') return step.question;
  if (step.kind === 'where') return pack.whichRoom({ className: step.className });
  const entities = step.entityIds.flatMap((id) => model.entities.get(id) ?? []);
  if (step.kind === 'which') return pack.whichOne({ names: namesToChooseFrom(entities, model) });
  const { wish, about, reasons } = step;
  const why = reasons.includes('many-devices') ? 'many-devices' : 'less-safe';
  return pack.confirm({ wish, why, subject: subjectOf(entities, about), count: entities.length });
}
