/** Memory in front of a store: the store's faults cost what it would remember over a restart, never a turn. */
import type { DialogueStore } from '../agent/ports/dialogue-store.ts';
import type { TurnStore } from '../agent/ports/turn-store.ts';
import type { ServiceHealth } from '../api/health.ts';
import { abortable } from '../core/abort.ts';
import { type ErrorCode, isVoiceError, toError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';

export type AgentStores = { readonly turns: TurnStore; readonly dialogues: DialogueStore };

export type StoresWithHealth = AgentStores & { readonly health: () => ServiceHealth };

/** A write takes under a millisecond; a person waits for a disk that hangs no longer than this, once. */
const defaultPatienceMs = 1_000;

export function sturdyStores(
  store: AgentStores,
  memory: AgentStores,
  { log, patienceMs = defaultPatienceMs }: { readonly log: Logger; readonly patienceMs?: number },
): StoresWithHealth {
  let failure: ErrorCode | undefined;
  /** Calls that were given up on and still run: meanwhile the store is asked nothing. */
  let hangingCount = 0;

  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (hangingCount > 0) return undefined;
    const patience = AbortSignal.timeout(patienceMs);
    const running = work();
    try {
      const result = await abortable(running, patience);
      failure = undefined;
      return result;
    } catch (error) {
      if (patience.aborted) {
        hangingCount += 1;
        const settle = (): void => void (hangingCount -= 1);
        running.then(settle, settle);
      }
      if (!failure) logStoreFailure(log, error);
      failure = storeFailureCode(error);
      return undefined;
    }
  };

  return {
    turns: {
      find: async (id) => (await memory.turns.find(id)) ?? (await attempt(() => store.turns.find(id))),
      start: async (id) => {
        await memory.turns.start(id);
        await attempt(() => store.turns.start(id));
      },
      save: async (outcome) => {
        await memory.turns.save(outcome);
        await attempt(() => store.turns.save(outcome));
      },
    },
    dialogues: {
      load: async (id) =>
        (await memory.dialogues.load(id)) ?? (await attempt(() => store.dialogues.load(id))),
      save: async (dialogue) => {
        if (!(await memory.dialogues.save(dialogue))) return false;
        return (await attempt(() => store.dialogues.save(dialogue))) ?? true;
      },
    },
    health: () => (failure ? { state: 'failed', reason: failure } : { state: 'ready' }),
  };
}

export const storeFailureCode = (error: unknown): ErrorCode =>
  isVoiceError(error) ? error.code : 'STORE_FAILED';

export function logStoreFailure(log: Logger, error: unknown): void {
  log.error('the store does not work: after a restart nothing will be remembered', {
    code: storeFailureCode(error),
    reason: toError(error).message,
  });
}
