/** What the agent remembers: in memory, and in the store for the time after a restart. */
import { join } from 'node:path';
import type { AuditStore } from '../../agent/ports/audit-store.ts';
import type { Lease } from '../../agent/ports/lease.ts';
import type { MemoryStore, PersonId, Removed } from '../../agent/ports/memory-store.ts';
import type { PinLockStore } from '../../agent/ports/pin-lock-store.ts';
import type { TimerStore } from '../../agent/ports/timer-store.ts';
import { memoryDialogues, memoryLimit, memoryTurns } from '../../agent/dialogue/memory-stores.ts';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import type { Secret } from '../../core/secret.ts';
import { openStore, type Store } from '../../store/open-store.ts';
import { openDataDirectory } from './data-files.ts';
import { logStoreFailure, storeFailureCode, type StoresWithHealth, sturdyStores } from './sturdy-stores.ts';

export type Stores = StoresWithHealth &
  AsyncDisposable & {
    readonly timers: TimerStore;
    /** Absent: what can not be kept is not promised. */
    readonly memory?: MemoryStore;
    readonly audit?: AuditStore;
    readonly pinLocks?: PinLockStore;
    /** Removes what came of this person, of everybody when null, here and in the store. */
    forget(person: PersonId | null): Promise<Removed>;
    readonly lease?: Lease;
    /** Replicas on other machines have the same store. */
    readonly isShared: boolean;
  };

/** In the data directory. */
export const storeFile = 'hearken.db';

/** For a process whose timers end with it; the schedule itself remembers them meanwhile. */
export const forgetfulTimers: TimerStore = {
  load: async () => [],
  save: async () => undefined,
  remove: async () => undefined,
};

export function memoryStores(clock: Clock): {
  readonly turns: ReturnType<typeof memoryTurns>;
  readonly dialogues: ReturnType<typeof memoryDialogues>;
} {
  return { turns: memoryTurns(clock), dialogues: memoryDialogues(clock) };
}

/**
 * Never fails: a house whose disk is full still wants its light. What the store can not do is logged and told by
 * `health`; memory then serves alone.
 */
export async function openStores(
  dataDir: string,
  { clock, log, url }: { readonly clock: Clock; readonly log: Logger; readonly url?: Secret },
): Promise<Stores> {
  const memory = memoryStores(clock);
  const forgetHere = (): void => {
    memory.turns.silence();
    memory.dialogues.clear();
  };
  try {
    const store = await open(dataDir, clock, url);
    const { isShared, lease, timers } = store;
    if (!isShared) {
      // From here on only this process writes them: a turn asks the store nothing.
      memory.turns.recall(await store.turns.newest(memoryLimit));
      memory.dialogues.recall(await store.dialogues.newest(memoryLimit));
    }
    return {
      ...sturdyStores(store, memory, { log, isShared }),
      timers,
      memory: store.memory,
      audit: store.audit,
      pinLocks: store.pinLocks,
      lease,
      isShared,
      forget: async (person) => {
        const removed = await store.memory.forget(person);
        forgetHere();
        return removed;
      },
      [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
    };
  } catch (error) {
    logStoreFailure(log, error);
    const reason = storeFailureCode(error);
    return {
      ...memory,
      timers: forgetfulTimers,
      isShared: false,
      forget: async () => {
        forgetHere();
        return { facts: 0, history: 0, consents: 0, dialogues: 0, turns: 0 };
      },
      health: () => ({ state: 'failed', reason }),
      [Symbol.asyncDispose]: async () => undefined,
    };
  }
}

async function open(dataDir: string, clock: Clock, url: Secret | undefined): Promise<Store> {
  await openDataDirectory(dataDir);
  return await openStore({ path: join(dataDir, storeFile), clock, ...(url && { url }) });
}
