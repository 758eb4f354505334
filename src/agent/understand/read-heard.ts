/** What was heard, with other readings of the same sound, and with the question of ours that it may answer. Pure. */
import { isDeepStrictEqual } from 'node:util';
import type { Grammar } from './grammar/matcher.ts';
import type { Plan } from './plan.ts';
import type { Situation } from './situation.ts';
import { understand, type Understanding } from './understand.ts';

export type Heard = Pick<Understanding, 'plan' | 'isGuess' | 'isFirm'>;

/** Other readings that count, at most: a recogniser's later ones are noise. */
const otherReadings = 4;

/** The words as they came, first; where they mean nothing in this home, what the other readings agree on. */
export function readHeard(
  [text = '', ...alternatives]: readonly string[],
  situation: Situation,
  grammar: Grammar,
): Heard {
  const first = readPlan(text, situation, grammar);
  if (!first.isGuess && !isUnknown(first.plan)) return first;
  const others = alternatives
    .slice(0, otherReadings)
    .map((words) => readPlan(words, situation, grammar))
    .filter(({ plan, isGuess }) => !isGuess && !isUnknown(plan));
  const [best] = others;
  const isAgreed = others.every(({ plan }) => isDeepStrictEqual(plan, best?.plan));
  return best && isAgreed ? { plan: best.plan, isGuess: true } : first;
}

function isUnknown(plan: Plan): boolean {
  return plan.kind === 'not-understood' ? plan.why === 'no-match' : plan.kind === 'unlinked';
}

function readPlan(text: string, situation: Situation, grammar: Grammar): Heard {
  const understood = readAnew(text, situation, grammar) ?? understand(text, situation, grammar);
  if (!situation.asked || (understood.plan.kind !== 'not-understood' && !understood.isGuess))
    return understood;
  return readAnswered(text, situation, grammar) ?? understood;
}

/** "Never mind, turn on the lamp" is a new request; "open the sliding door instead" takes the place of what was last done. */
function readAnew(text: string, situation: Situation, grammar: Grammar): Heard | undefined {
  const wanted = dropped.exec(text.trim())?.[1];
  if (wanted !== undefined) {
    const anew = understand(wanted, { ...situation, asked: null }, grammar);
    return !anew.isGuess && requests.has(anew.plan.kind) ? anew : undefined;
  }
  if (!atLast.test(text)) return undefined;
  const { plan, isGuess } = understand(text.replace(atLast, ''), situation, grammar);
  if (plan.kind !== 'act' || isGuess) return undefined;
  // Of what was only asked about nothing was done.
  return firmly(situation.asked ? plan : { ...plan, instead: true });
}

/** Behind a comma or a stop: "never mind turning it off" and "forget it in the kitchen" are no requests. */
const dropped = /^(?:(?:no|oh|actually)[\s,]+)?(?:never ?mind|forget (?:it|that))\s*[,.;!]+\s*(.+)$/is;
const requests: ReadonlySet<Plan['kind']> = new Set(['act', 'several', 'answer', 'timer']);

/**
 * Where we asked something: "no, lock it" and "yes, but dim them instead" (the rest is wanted instead; a "no" with no
 * sensible rest is a no), "yes, and turn on the light" (both).
 */
function readAnswered(text: string, situation: Situation, grammar: Grammar): Heard | undefined {
  const read = (words: string): Understanding => understand(words, situation, grammar);
  const refused = /^(?:no|nope|nah)\b[\s,.!]*(.*)$/is.exec(text.trim())?.[1];
  if (refused !== undefined) {
    const wanted = read(refused.replace(atLast, ''));
    return wanted.plan.kind === 'not-understood' ? firmly({ kind: 'reply', answer: { said: 'no' } }) : wanted;
  }
  const besides = /^(?:yes|yeah|yep|yup|sure|okay|ok)[\s,.!]+(?:and|but)\s+(.+)$/is.exec(text.trim())?.[1];
  if (besides === undefined) return undefined;
  const { plan, isGuess } = read(besides.replace(atLast, ''));
  if (plan.kind !== 'act' || isGuess) return undefined;
  if (atLast.test(besides)) return firmly(plan);
  return firmly({ kind: 'several', steps: [{ kind: 'reply', answer: { said: 'yes' } }, plan] });
}

function firmly(plan: Plan): Heard {
  return { plan, isGuess: false };
}

/** It is wanted in place of what was asked about. */
const atLast = /[\s,]+instead[\s.!]*$/i;
