/** What became of a step, for the model: per device what was proven, and what the person heard of it. */
import type { Outcome } from '../act/outcome.ts';
import type { Answer } from '../dialogue/answer.ts';
import { notAsked } from './run-tool.ts';
import type { ToolAnswer } from './tool.ts';

/** What nobody asked for is not told to the person, and not on the record of what was tried. */
export function tellOutcomes(answer: Answer): ToolAnswer {
  const { outcomes, speech, open } = answer;
  if (outcomes.length > 0 && outcomes.every(isNotAsked)) return notAsked;
  const lines = outcomes.map(tell);
  if (open.length > 0)
    lines.push('The person is asked first; nothing else can be done about it in this turn.');
  if (speech !== '') lines.push(`The person is told: "${speech}" Do not repeat it.`);
  const isFailed =
    outcomes.length > 0 && outcomes.every(({ proof }) => proof === 'failed' || proof === 'refused');
  return { content: lines.join('\n'), answer, ...(isFailed && open.length === 0 && { isError: true }) };
}

const isNotAsked = ({ why }: Outcome): boolean => why === 'not-asked';

const meaning: Readonly<Record<Outcome['proof'], string>> = {
  proven: 'done',
  started: 'on its way',
  already: 'was so before',
  sent: 'sent, not confirmed yet',
  failed: 'failed',
  refused: 'not done',
};

function tell({ name, proof, after, why, unable }: Outcome): string {
  if (why === 'not-asked') return `${name}: refused, the person did not ask for it`;
  const reason = unable ? `, ${unable.why}` : why === undefined ? '' : `, ${why}`;
  return `${name}: ${meaning[proof]}${reason}; now ${after}`;
}
