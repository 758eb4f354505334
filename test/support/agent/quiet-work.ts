/** What a path works with where nothing may reach the home. */
import { originOf } from '../../../src/agent/act/origin.ts';
import type { Work } from '../../../src/agent/path.ts';
import type { Turn } from '../../../src/agent/turn.ts';
import type { TurnOutcome } from '../../../src/agent/agent.ts';
import { handClock } from '../hand-clock.ts';

const notHere = async (): Promise<never> => Promise.reject(new Error('nothing is done here'));

export function quietWork(turn: Turn, path: TurnOutcome['path']): Work {
  const { dialogue, pending } = turn;
  return {
    hands: {
      door: notHere,
      reads: { readList: notHere, readForecast: notHere },
      clock: handClock(),
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
