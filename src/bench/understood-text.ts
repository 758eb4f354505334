/** Which sentences of the recordings are commands or questions to a home. */
import { loadGrammar } from '../agent/understand/load-grammar.ts';
import type { Step } from '../agent/understand/plan.ts';
import { type Situation, understand } from '../agent/understand/understand.ts';

const understoodSteps: ReadonlySet<Step['kind']> = new Set(['act', 'answer', 'timer', 'tell']);

/** What it asks of this home; undefined when a part of it is not understood or not clear. */
export function stepsOfText(text: string, situation: Situation): readonly Step[] | undefined {
  const { plan } = understand(text, situation, loadGrammar('en'));
  const steps = plan.kind === 'several' ? plan.steps : [plan];
  return steps.every(({ kind }) => understoodSteps.has(kind)) ? steps : undefined;
}
