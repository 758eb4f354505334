/** How a sentence was understood, stage by stage, for `hearken ask --explain`. */
import type { Capture } from '../agent/understand/grammar/matcher.ts';
import type { Plan, Step } from '../agent/understand/plan.ts';
import type { Understanding } from '../agent/understand/understand.ts';

/** More readings than this nobody reads. */
const shownReadings = 5;

export function explainLines({ words, parses, readings, plan }: Understanding): readonly string[] {
  const lines = [`words     ${words.join(' ')}`];
  lines.push(`grammar   ${parses.length} ${parses.length === 1 ? 'way' : 'ways'} to read it`);
  const seen = new Set<string>();
  for (const { clauses, score } of readings) {
    const text = clauses
      .map(({ clause, step }) => {
        const said = clause.captures.map(showCapture).join(' ');
        return `${clause.source} ${clause.intent} ${said} → ${showStep(step)}`;
      })
      .join('  +  ');
    if (seen.has(text) || seen.size === shownReadings) continue;
    seen.add(text);
    lines.push(`reading   ${score.toFixed(2)}  ${text}`);
  }
  return [...lines, ...planLines(plan)];
}

function planLines(plan: Plan): readonly string[] {
  const steps = plan.kind === 'several' ? plan.steps : [plan];
  return steps.map((step) => `plan      ${showStep(step)}`);
}

function showCapture({ slot, value, inside }: Capture): string {
  return inside.length > 0 ? `${slot}(${inside.map(showCapture).join(' ')})` : `${slot}=${value}`;
}

function showStep(step: Step): string {
  switch (step.kind) {
    case 'act': {
      const { do: verb, ...details } = step.wish;
      const how = Object.values(details).filter((value) => value !== null);
      return [verb, ...how, 'on', entityIds(step)].join(' ');
    }
    case 'answer':
      return `answer ${Object.values(step.question).join(' ')} of ${entityIds(step)}`;
    case 'unlinked':
      return `not clear: ${step.why.kind}${'said' in step.why ? ` "${step.why.said}"` : ''}`;
    case 'not-understood':
      return step.later === undefined
        ? `nothing: ${step.why}`
        : `nothing: ${step.why}, "${step.later.command}" ${step.later.when}`;
    case 'timer':
      return `timer ${JSON.stringify(step.request)}`;
    default:
      return step.kind;
  }
}

function entityIds({ entities }: Extract<Step, { readonly entities: unknown }>): string {
  return entities.map(({ entityId }) => entityId).join(', ');
}
