/** Talking to the agent in tests. */
import { createHomeAgent, type HomeAgentParts } from '../../../src/app/agent/home-agent.ts';
import { systemClock } from '../../../src/core/clock.ts';
import type { Agent, TurnOutcome, TurnRequest } from '../../../src/agent/agent.ts';
import type { Home } from '../../../src/home/home.ts';

export function agentFor(home: Home, more: Partial<HomeAgentParts> = {}): Agent {
  return createHomeAgent({ home, clock: systemClock, ...more });
}

let turnCount = 0;

/** Says one sentence and returns the outcome, having checked that the parts are as the contract says. */
export async function say(
  agent: Agent,
  text: string,
  more: Partial<TurnRequest> & { readonly signal?: AbortSignal } = {},
): Promise<TurnOutcome> {
  const { signal = AbortSignal.timeout(10_000), ...request } = more;
  turnCount += 1;
  let speech = '';
  let outcome: TurnOutcome | undefined;
  const turn: TurnRequest = { turnId: `turn-${turnCount}`, text, language: 'en', channel: 'cli', ...request };
  for await (const part of agent.respond(turn, { signal })) {
    if (outcome) throw new Error('a part follows the outcome');
    if (part.kind === 'delta') speech += part.text;
    if (part.kind === 'outcome') outcome = part;
  }
  if (!outcome) throw new Error('no outcome');
  if (speech !== outcome.speech) throw new Error('deltas are not the speech');
  return outcome;
}
