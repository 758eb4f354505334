/** What the agent remembers: in memory, and in the store for the time after a restart. */
import { join } from 'node:path';
import { memoryDialogues, memoryTurns } from '../agent/dialogue/memory-stores.ts';
import type { DialogueStore } from '../agent/ports/dialogue-store.ts';
import type { TurnStore } from '../agent/ports/turn-store.ts';
import type { ServiceHealth } from '../api/health.ts';
import type { Clock } from '../core/clock.ts';
import { type ErrorCode, isVoiceError, toError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { openDataDirectory } from './data-files.ts';

export type AgentStores = { readonly turns: TurnStore; readonly dialogues: DialogueStore };

export type Stores = AsyncDisposable &
  AgentStores & {
    readonly health: () => ServiceHealth;
  };

export function memoryStores(clock: Clock): AgentStores {
  return { turns: memoryTurns(clock), dialogues: memoryDialogues(clock) };
}

/**
 * Never fails: a house whose disk is full still wants its light. What the store can not do is logged and told by
 * `health`; memory then serves alone.
 */
export async function openStores(dataDir: string, { clock, log }: StoresOptions): Promise<Stores> {
  const memory = memoryStores(clock);
  let failure: ErrorCode | undefined;
  const fail = (error: unknown): void => {
    if (failure) return;
    failure = isVoiceError(error) ? error.code : 'STORE_FAILED';
    log.error('the store does not work: after a restart nothing will be remembered', {
      code: failure,
      reason: toError(error).message,
    });
  };
  const health = (): ServiceHealth => (failure ? { state: 'failed', reason: failure } : { state: 'ready' });
  const store = await open(dataDir, clock).catch(fail);
  if (!store) return { ...memory, health, [Symbol.asyncDispose]: async () => undefined };
  const attempt = async <T>(work: Promise<T>): Promise<T | undefined> => {
    try {
      const result = await work;
      failure = undefined;
      return result;
    } catch (error) {
      fail(error);
      return undefined;
    }
  };
  return {
    turns: {
      find: async (turnId) => (await memory.turns.find(turnId)) ?? (await attempt(store.turns.find(turnId))),
      start: async (turnId) => {
        await memory.turns.start(turnId);
        await attempt(store.turns.start(turnId));
      },
      save: async (outcome) => {
        await memory.turns.save(outcome);
        await attempt(store.turns.save(outcome));
      },
    },
    dialogues: {
      load: async (id) => (await memory.dialogues.load(id)) ?? (await attempt(store.dialogues.load(id))),
      save: async (dialogue) => {
        await memory.dialogues.save(dialogue);
        await attempt(store.dialogues.save(dialogue));
      },
    },
    health,
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  };
}

export type StoresOptions = { readonly clock: Clock; readonly log: Logger };

async function open(dataDir: string, clock: Clock): Promise<Store> {
  await openDataDirectory(dataDir);
  return await openStore({ path: join(dataDir, 'hearken.db'), clock });
}
