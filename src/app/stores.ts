/** What the agent remembers: in memory, and in the store for the time after a restart. */
import { join } from 'node:path';
import type { TimerStore } from '../agent/ports/timer-store.ts';
import { memoryDialogues, memoryTurns } from '../agent/dialogue/memory-stores.ts';
import type { Clock } from '../core/clock.ts';
import type { Logger } from '../core/log.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { openDataDirectory } from './data-files.ts';
import {
  type AgentStores,
  logStoreFailure,
  storeFailureCode,
  type StoresWithHealth,
  sturdyStores,
} from './sturdy-stores.ts';

export type Stores = StoresWithHealth & AsyncDisposable & { readonly timers: TimerStore };

/** For a process whose timers end with it; the schedule itself remembers them meanwhile. */
export const forgetfulTimers: TimerStore = {
  load: async () => [],
  save: async () => undefined,
  remove: async () => undefined,
};

export function memoryStores(clock: Clock): AgentStores {
  return { turns: memoryTurns(clock), dialogues: memoryDialogues(clock) };
}

/**
 * Never fails: a house whose disk is full still wants its light. What the store can not do is logged and told by
 * `health`; memory then serves alone.
 */
export async function openStores(
  dataDir: string,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): Promise<Stores> {
  const memory = memoryStores(clock);
  try {
    const store = await open(dataDir, clock);
    return {
      ...sturdyStores(store, memory, { log }),
      timers: store.timers,
      [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
    };
  } catch (error) {
    logStoreFailure(log, error);
    const reason = storeFailureCode(error);
    return {
      ...memory,
      timers: forgetfulTimers,
      health: () => ({ state: 'failed', reason }),
      [Symbol.asyncDispose]: async () => undefined,
    };
  }
}

async function open(dataDir: string, clock: Clock): Promise<Store> {
  await openDataDirectory(dataDir);
  return await openStore({ path: join(dataDir, 'hearken.db'), clock });
}
