/** The agent of this program: its paths in order, in one process, with the policy at its door. */
import { createDoor } from '../agent/act/act.ts';
import { createListReader } from '../agent/act/read-list.ts';
import { policyOptions, type PolicySettings } from '../agent/act/options.ts';
import { createHandOver } from '../agent/act/hand-over.ts';
import { createPolicy } from '../agent/act/policy.ts';
import type { Agent } from '../agent/agent.ts';
import { createBroadcast } from '../agent/dialogue/broadcast.ts';
import { type LateFailureParts, LateFailures } from '../agent/dialogue/late-failures.ts';
import type { TimerService } from '../agent/dialogue/timer-step.ts';
import { createHomeAssistantPath } from '../agent/home-assistant/home-assistant-path.ts';
import { createLocalPath } from '../agent/local-path.ts';
import type { HomeAssistantAgent } from '../agent/ports/home-assistant-agent.ts';
import { createAgent } from '../agent/router.ts';
import { loadGrammar } from '../agent/understand/load-grammar.ts';
import type { Clock } from '../core/clock.ts';
import type { Home } from '../home/home.ts';
import { memoryStores } from './stores.ts';
import type { AgentStores } from './sturdy-stores.ts';

export type HomeAgentParts = {
  readonly home: Home;
  readonly clock: Clock;
  /** Absent: what is remembered ends with the process. */
  readonly stores?: AgentStores;
  readonly policy?: PolicySettings;
  /** Absent: nothing is said outside a turn. */
  readonly late?: LateFailureParts;
  /** Absent: only what our own grammar understands is understood. */
  readonly homeAssistant?: HomeAssistantAgent;
  /** Absent: no timers are kept. */
  readonly timers?: TimerService;
};

export function createHomeAgent({
  home,
  clock,
  stores = memoryStores(clock),
  policy = policyOptions.parse({}),
  late,
  homeAssistant,
  timers,
}: HomeAgentParts): Agent {
  const rules = createPolicy(policy);
  const paths = [createLocalPath(loadGrammar('en'))];
  if (homeAssistant) {
    const handOver = createHandOver(home, rules, policy);
    paths.push(createHomeAssistantPath({ agent: homeAssistant, home, handOver }));
  }
  return createAgent({
    languages: () => ['en', ...(homeAssistant?.languages() ?? []).filter((tag) => tag !== 'en')],
    paths,
    home,
    door: createDoor(home, rules),
    turns: stores.turns,
    dialogues: stores.dialogues,
    clock,
    ...(late && { lateFailures: new LateFailures(late), broadcast: createBroadcast(late) }),
    timers,
    readList: createListReader(home),
  });
}
