/** A whole turn as one value, for callers who speak nothing on the way. */
import { BugError } from '../core/errors.ts';
import type { AgentPart, TurnOutcome } from './agent.ts';

/** Runs the turn to its end. Rejects as the turn does. */
export async function outcomeOf(parts: AsyncIterable<AgentPart>): Promise<TurnOutcome> {
  for await (const part of parts) if (part.kind === 'outcome') return part;
  throw new BugError('BUG', 'the agent ended a turn without an outcome');
}
