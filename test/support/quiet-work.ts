/** What a path works with where nothing may reach the home. */
import { originOf } from '../../src/agent/act/origin.ts';
import type { Turn, Work } from '../../src/agent/path.ts';
import type { TurnOutcome } from '../../src/agent/agent.ts';

export function quietWork(turn: Turn, path: TurnOutcome['path']): Work {
  const { dialogue, pending } = turn;
  return {
    hands: {
      door: async () => Promise.reject(new Error('nothing is done here')),
      origin: originOf(turn, path),
      aboutToAct: async () => undefined,
      conversation: {
        dialogue,
        pending,
        takePending: async () => false,
        remember: async () => undefined,
      },
    },
    say: () => undefined,
    showTool: () => undefined,
  };
}
