/** Who understands a sentence without a language model, in the order they are asked. */
import type { Guard } from '../../agent/act/guard.ts';
import { createHandOver } from '../../agent/act/hand-over.ts';
import type { PolicySettings } from '../../agent/act/options.ts';
import { createHomeAssistantPath } from '../../agent/home-assistant/home-assistant-path.ts';
import { createLocalPath } from '../../agent/local-path.ts';
import type { Path } from '../../agent/path.ts';
import type { HomeAssistantAgent } from '../../agent/ports/home-assistant-agent.ts';
import { loadGrammar } from '../../agent/understand/load-grammar.ts';
import type { Clock } from '../../core/clock.ts';
import type { Home } from '../../home/home.ts';

export type UnderstandingParts = {
  readonly home: Home;
  readonly clock: Clock;
  readonly guard: Guard;
  readonly policy: Pick<PolicySettings, 'ownSentences'>;
  /** Absent: only what our own grammar understands is understood. */
  readonly homeAssistant: HomeAssistantAgent | undefined;
};

export function understandingPaths(parts: UnderstandingParts): readonly [own: Path, ...others: Path[]] {
  const { home, clock, guard, policy, homeAssistant } = parts;
  const own = createLocalPath(loadGrammar('en'), clock);
  if (!homeAssistant) return [own];
  const handOver = createHandOver(home, guard, policy);
  return [own, createHomeAssistantPath({ agent: homeAssistant, home, handOver })];
}
