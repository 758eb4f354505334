/** Memory in front of a store: the store's faults cost what it would remember over a restart, never a turn. */
import type { Dialogue, DialogueStore } from '../../agent/ports/dialogue-store.ts';
import type { Recalling } from '../../agent/dialogue/memory-stores.ts';
import type { TurnStore } from '../../agent/ports/turn-store.ts';
import type { ServiceHealth } from '../../api/health.ts';
import { abortable } from '../../core/abort.ts';
import { type ErrorCode, isVoiceError, toError } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';

export type AgentStores = { readonly turns: TurnStore; readonly dialogues: DialogueStore };

type Complete = Pick<Recalling<unknown>, 'knowsAll'>;

/** Tell when the store need not be asked. */
export type FrontStores = {
  readonly turns: TurnStore & Complete;
  readonly dialogues: DialogueStore & Complete;
};

export type StoresWithHealth = AgentStores & { readonly health: () => ServiceHealth };

/** A write takes under a millisecond; a person waits for a disk that hangs no longer than this, once. */
const defaultPatienceMs = 1_000;

export type SturdyOptions = {
  readonly log: Logger;
  /** Other replicas write to the store: its word counts as long as it can be had. */
  readonly isShared?: boolean;
  readonly patienceMs?: number;
};

export function sturdyStores(
  store: AgentStores,
  memory: FrontStores,
  { log, isShared = false, patienceMs = defaultPatienceMs }: SturdyOptions,
): StoresWithHealth {
  let failure: ErrorCode | undefined;
  /** Calls that were given up on and still run: meanwhile the store is asked nothing. */
  let hangingCount = 0;

  /** Undefined when the store did not do it. */
  const attempt = async <T>(work: () => Promise<T>): Promise<{ readonly value: T } | undefined> => {
    if (hangingCount > 0) return undefined;
    const patience = AbortSignal.timeout(patienceMs);
    const running = work();
    try {
      const value = await abortable(running, patience);
      failure = undefined;
      return { value };
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

  /** What the store knows and, where it is this process's own, what need not be asked of it. */
  const look = async <T>(
    { knowsAll }: Complete,
    inMemory: () => Promise<T | undefined>,
    inStore: () => Promise<T | undefined>,
  ): Promise<T | undefined> => {
    if (!isShared) {
      const known = await inMemory();
      return known !== undefined || knowsAll() ? known : (await attempt(inStore))?.value;
    }
    const stored = await attempt(inStore);
    return stored ? stored.value : await inMemory();
  };

  const saveShared = async (dialogue: Dialogue): Promise<boolean> => {
    const stored = await attempt(() => store.dialogues.save(dialogue));
    if (stored?.value === false) return false;
    const isNewest = await memory.dialogues.save(dialogue);
    return stored?.value ?? isNewest;
  };

  return {
    turns: {
      find: (id) =>
        look(
          memory.turns,
          () => memory.turns.find(id),
          () => store.turns.find(id),
        ),
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
      load: (id) =>
        look(
          memory.dialogues,
          () => memory.dialogues.load(id),
          () => store.dialogues.load(id),
        ),
      save: async (dialogue) => {
        if (isShared) return await saveShared(dialogue);
        if (!(await memory.dialogues.save(dialogue))) return false;
        return (await attempt(() => store.dialogues.save(dialogue)))?.value ?? true;
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
