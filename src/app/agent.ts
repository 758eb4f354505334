/** The agent of this program: its paths in order, in one process, with the cautious policy at its door. */
import { createDoor } from '../agent/act/act.ts';
import { cautiousPolicy } from '../agent/act/policy.ts';
import type { Agent } from '../agent/agent.ts';
import { createLocalPath } from '../agent/local-path.ts';
import { createAgent } from '../agent/router.ts';
import { loadGrammar } from '../agent/understand/load-grammar.ts';
import type { Clock } from '../core/clock.ts';
import type { Home } from '../home/home.ts';
import { memoryStores } from './stores.ts';
import type { AgentStores } from './sturdy-stores.ts';

export function createHomeAgent(home: Home, clock: Clock, stores: AgentStores = memoryStores(clock)): Agent {
  return createAgent({
    languages: ['en'],
    paths: [createLocalPath({ grammar: loadGrammar('en'), home })],
    home,
    door: createDoor(home, cautiousPolicy),
    turns: stores.turns,
    dialogues: stores.dialogues,
    clock,
  });
}
