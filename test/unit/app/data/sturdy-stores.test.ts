import { describe, expect, it } from 'vitest';
import type { TurnOutcome } from '../../../../src/agent/agent.ts';
import type { Dialogue } from '../../../../src/agent/ports/dialogue-store.ts';
import type { TurnStore } from '../../../../src/agent/ports/turn-store.ts';
import { memoryStores } from '../../../../src/app/data/stores.ts';
import { sturdyStores } from '../../../../src/app/data/sturdy-stores.ts';
import { StoreError } from '../../../../src/core/errors.ts';
import { silentLogger } from '../../../../src/core/log.ts';
import { dialogueOf } from '../../../support/agent/dialogue.ts';

const clock = { now: () => 0, monotonicMs: () => 0 };
const outcome: TurnOutcome = {
  kind: 'outcome',
  turnId: 't',
  speech: 'Done.',
  language: 'en',
  understood: true,
  continueConversation: false,
  changes: [],
  path: 'local',
};

/** Stores whose turns are the test's, with memory in front. */
function sturdy(turns: Partial<TurnStore>, patienceMs = 60_000) {
  const behind = memoryStores(clock);
  const store = { ...behind, turns: { ...behind.turns, ...turns } };
  return sturdyStores(store, memoryStores(clock), { log: silentLogger, patienceMs });
}

describe('sturdyStores', () => {
  it('asks the store for what memory does not know', async () => {
    const stores = sturdy({ find: async () => outcome });
    expect(await stores.turns.find('t')).toEqual(outcome);
    await stores.turns.start('t');
    expect(await stores.turns.find('t')).toEqual({ kind: 'started' });
  });

  it('asks the store nothing once all that it kept is known', async () => {
    const behind = memoryStores(clock);
    await behind.turns.save(outcome);
    const asked: string[] = [];
    const find = async (id: string) => void asked.push(id);
    const memory = memoryStores(clock);
    memory.turns.recall([{ id: 't', value: outcome, atMs: 0 }]);
    memory.dialogues.recall([]);
    const load = async (id: string) => void asked.push(id);
    const store = {
      turns: { ...behind.turns, find },
      dialogues: { ...behind.dialogues, load },
    };
    const stores = sturdyStores(store, memory, { log: silentLogger });
    expect(await stores.turns.find('t')).toEqual(outcome);
    expect(await stores.turns.find('u')).toBeUndefined();
    expect(await stores.dialogues.load('c')).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('goes on from memory when the store fails, says so, and forgets that when it works again', async () => {
    let isFull = true;
    const stores = sturdy({
      save: async () => {
        if (isFull) throw new StoreError('STORE_FAILED', 'disk full');
      },
    });
    await stores.turns.save(outcome);
    expect(await stores.turns.find('t')).toEqual(outcome);
    expect(stores.health()).toEqual({ state: 'failed', reason: 'STORE_FAILED' });
    isFull = false;
    await stores.turns.save(outcome);
    expect(stores.health()).toEqual({ state: 'ready' });
  });

  it('gives up on a store that hangs, and asks it nothing more until it answers', async () => {
    let answer: () => void = () => undefined;
    let callCount = 0;
    const stores = sturdy(
      {
        start: () => {
          callCount += 1;
          return new Promise<void>((resolve) => (answer = resolve));
        },
      },
      1,
    );
    await stores.turns.start('t');
    expect(stores.health().state).toBe('failed');
    await stores.turns.start('u');
    expect(callCount).toBe(1);
    answer();
    await Promise.resolve();
    await stores.turns.save(outcome);
    expect(stores.health().state).toBe('ready');
  });
});

describe('sturdyStores of a store that replicas share', () => {
  /** Two replicas with memory of their own in front of one store that can be away. */
  function replicas() {
    const shared = memoryStores(clock);
    let isAway = false;
    const reach = async <Result>(work: () => Promise<Result>): Promise<Result> => {
      if (isAway) throw new StoreError('STORE_FAILED', 'away');
      return await work();
    };
    const store = {
      turns: shared.turns,
      dialogues: {
        load: (id: string) => reach(() => shared.dialogues.load(id)),
        save: (dialogue: Dialogue) => reach(() => shared.dialogues.save(dialogue)),
      },
    };
    const replica = () => sturdyStores(store, memoryStores(clock), { log: silentLogger, isShared: true });
    return { one: replica(), other: replica(), setAway: (away: boolean) => (isAway = away) };
  }

  it('takes its word for what another replica did', async () => {
    const { one, other } = replicas();
    await one.dialogues.save(dialogueOf('c'));
    expect(await other.dialogues.save(dialogueOf('c', { revision: 2, lastEntityIds: ['light.a'] }))).toBe(
      true,
    );
    expect(await one.dialogues.load('c')).toMatchObject({ revision: 2 });
    expect(await one.dialogues.save(dialogueOf('c', { revision: 2 }))).toBe(false);
    expect(await one.dialogues.load('c')).toMatchObject({ lastEntityIds: ['light.a'] });
  });

  it('goes on from memory while it is away', async () => {
    const { one, setAway } = replicas();
    await one.dialogues.save(dialogueOf('c'));
    setAway(true);
    expect(await one.dialogues.load('c')).toMatchObject({ revision: 1 });
    expect(await one.dialogues.save(dialogueOf('c', { revision: 2 }))).toBe(true);
    expect(await one.dialogues.save(dialogueOf('c', { revision: 2 }))).toBe(false);
    expect(one.health().state).toBe('failed');
  });
});
