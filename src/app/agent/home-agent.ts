/** The agent of this program: its paths in order, in one process, with the policy at its door. */
import { createDoor } from '../../agent/act/act.ts';
import { createRefusedDeeds } from '../../agent/act/refused-deed.ts';
import { policyOptions, type PolicySettings } from '../../agent/act/options.ts';
import { createGuard, type Guard } from '../../agent/act/guard.ts';
import { createHomeReads } from '../../agent/act/home-reads.ts';
import type { PinCheck } from '../../agent/act/pin-check.ts';
import type { Agent } from '../../agent/agent.ts';
import { createBroadcast } from '../../agent/dialogue/broadcast.ts';
import { type LateFailureParts, LateFailures } from '../../agent/dialogue/late-failures.ts';
import { createPinPath } from '../../agent/dialogue/pin-answer.ts';
import type { TimerService } from '../../agent/dialogue/timer-step.ts';
import { createLanguageModelPath, type LanguageModelPathParts } from '../../agent/llm/llm-path.ts';
import type { Path } from '../../agent/path.ts';
import type { AuditLog } from '../../agent/ports/audit-log.ts';
import type { HomeAssistantAgent } from '../../agent/ports/home-assistant-agent.ts';
import { createAgent } from '../../agent/router.ts';
import type { Clock } from '../../core/clock.ts';
import type { Home } from '../../home/home.ts';
import type { RunningMemory } from './memory.ts';
import { memoryStores } from '../data/stores.ts';
import type { AgentStores } from '../data/sturdy-stores.ts';
import { understandingPaths } from './understanding-paths.ts';

export type HomeAgentParts = {
  readonly home: Home;
  readonly clock: Clock;
  /** Absent: what is remembered ends with the process. */
  readonly stores?: AgentStores;
  /** Absent: as they are by default, without the limit on haste, for benches and tests. */
  readonly policy?: PolicySettings;
  /** Absent: what is done is on no record. */
  readonly audit?: AuditLog;
  /** Absent: made of the policy and the audit log. */
  readonly guard?: Guard;
  /** Absent: no code is the right one. */
  readonly pins?: PinCheck;
  /** Absent: nothing is said outside a turn. */
  readonly late?: LateFailureParts;
  /** Absent: only what our own grammar understands is understood. */
  readonly homeAssistant?: HomeAssistantAgent;
  /** Absent: no language model is asked. */
  readonly languageModel?: LanguageModelPathParts;
  /** Absent: no timers are kept. */
  readonly timers?: TimerService;
  /** Absent: nobody's words are remembered. */
  readonly memory?: RunningMemory;
  /** Changes what our own grammar is asked; for measuring what comes after it. */
  readonly ownPath?: (path: Path) => Path;
};

export function createHomeAgent({
  home,
  clock,
  stores = memoryStores(clock),
  policy = policyOptions.parse({ actionsPerMinute: 100_000 }),
  audit,
  guard = createGuard(policy, { clock, ...(audit && { audit }) }),
  pins = async () => 'unset',
  late,
  homeAssistant,
  languageModel,
  timers,
  memory,
  ownPath = (path) => path,
}: HomeAgentParts): Agent {
  const hasPin = policy.pinEntities.length > 0;
  const [own, ...others] = understandingPaths({ home, clock, guard, policy, homeAssistant });
  return createAgent({
    languages: () => ['en', ...(homeAssistant?.languages() ?? []).filter((tag) => tag !== 'en')],
    paths: [
      ...(hasPin ? [createPinPath(pins, guard.audit)] : []),
      ownPath(own),
      ...others,
      ...(languageModel ? [createLanguageModelPath(languageModel)] : []),
    ],
    home,
    means: {
      ...{ clock, timers, memory: memory?.memory },
      door: createDoor(home, guard),
      reads: createHomeReads(home),
      recordRefused: createRefusedDeeds(guard.audit),
      ...(late && { lateFailures: new LateFailures(late), broadcast: createBroadcast({ ...late, guard }) }),
    },
    turns: stores.turns,
    dialogues: stores.dialogues,
    onExchange: memory?.onExchange,
    hasPin,
  });
}
