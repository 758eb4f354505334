/** What one heard sentence came to, beside the device that was meant. */
import { createHash } from 'node:crypto';
import type { Grammar } from '../../agent/understand/grammar/matcher.ts';
import { nameKey } from '../../agent/understand/name-index.ts';
import { normalise } from '../../agent/understand/normalise.ts';
import { understand } from '../../agent/understand/understand.ts';
import type { HomeModel } from '../../home/model/home-model.ts';
import type { NamedSentence } from './home.ts';

export type JudgedName = {
  readonly isHeldOut: boolean;
  /** The device that was meant, and no other. */
  readonly isRight: boolean;
  /** Right, and the name stands in the transcript word for word. */
  readonly isLiteral: boolean;
  /** So does the command: nothing of the sentence was mended. */
  readonly isWordForWord: boolean;
  /** Another device would have changed. */
  readonly isWrong: boolean;
  /** A question came back that names the right device. */
  readonly isAsked: boolean;
  /** What was heard instead, where it went wrong. */
  readonly problem?: string;
};

export function judgeName(
  { text, name, entityId }: NamedSentence,
  heard: string,
  { model, grammar }: { readonly model: HomeModel; readonly grammar: Grammar },
): JudgedName {
  const { plan, isGuess } = understand(heard, { model, areaId: null, lastEntityIds: [] }, grammar);
  const steps = plan.kind === 'several' ? plan.steps : [plan];
  const found = steps.flatMap((step) => ('entities' in step ? step.entities.map((one) => one.entityId) : []));
  const isRight = found.length === 1 && found[0] === entityId;
  const isWrong = steps.some(
    (step) => step.kind === 'act' && step.entities.some((one) => one.entityId !== entityId),
  );
  const isAsked =
    plan.kind === 'unlinked' &&
    plan.why.kind === 'ambiguous' &&
    plan.why.entities.some((one) => one.entityId === entityId);
  const isHeld = ` ${normalise(heard).join(' ')} `.includes(` ${nameKey(name)} `);
  return {
    isHeldOut: isHeldOut(name),
    isRight,
    isLiteral: isRight && isHeld,
    isWordForWord: isRight && isHeld && !isGuess,
    isWrong,
    isAsked,
    ...(!isRight && { problem: `"${text}" was heard as "${heard}": ${plan.kind}` }),
  };
}

/** Half of the names. */
function isHeldOut(name: string): boolean {
  return createHash('sha256').update(nameKey(name)).digest().readUInt8(0) % 2 === 0;
}
