import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import type { TurnOutcome } from '../../../src/agent/agent.ts';
import { memoryStores, openStores } from '../../../src/app/data/stores.ts';
import type { AgentStores } from '../../../src/app/data/sturdy-stores.ts';
import { silentLogger, type Logger } from '../../../src/core/log.ts';
import { Secret } from '../../../src/core/secret.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { dialogueOf } from '../../support/agent/dialogue.ts';
import { describeStores } from '../../support/store-kinds.ts';
import { tempDir } from '../../support/temp-dir.ts';

function handClock() {
  let nowMs = 1_000_000;
  return { now: () => nowMs, monotonicMs: () => nowMs, advance: (ms: number) => (nowMs += ms) };
}

const outcome = (turnId: string, speech = 'Done.'): TurnOutcome => ({
  kind: 'outcome',
  turnId,
  speech,
  language: 'en',
  understood: true,
  continueConversation: false,
  changes: [{ entityId: 'light.a', name: 'A "b"', before: 'off', after: 'on', proof: 'proven' }],
  path: 'local',
});

const dialogue = dialogueOf('c', { lastEntityIds: ['light.a'] });

const minuteMs = 60_000;

type OpenStores = () => Promise<
  AgentStores & AsyncDisposable & { readonly clock: ReturnType<typeof handClock> }
>;

function keepsTurnsAndDialogues(open: OpenStores): void {
  it('gives the outcome of a turn, word for word, and nothing for another id', async () => {
    await using store = await open();
    await store.turns.start('t');
    expect(await store.turns.find('t')).toEqual({ kind: 'started' });
    await store.turns.save(outcome('t', '[1] {"a": \'ä\'}'));
    expect(await store.turns.find('t')).toEqual(outcome('t', '[1] {"a": \'ä\'}'));
    expect(await store.turns.find('T')).toBeUndefined();
  });

  it('keeps a turn for ten minutes and a dialogue for five', async () => {
    await using store = await open();
    await store.turns.save(outcome('t'));
    await store.dialogues.save(dialogue);
    store.clock.advance(5 * minuteMs - 1);
    expect(await store.dialogues.load('c')).toEqual(dialogue);
    store.clock.advance(1);
    expect(await store.dialogues.load('c')).toBeUndefined();
    store.clock.advance(5 * minuteMs - 1);
    expect(await store.turns.find('t')).toBeDefined();
    store.clock.advance(1);
    expect(await store.turns.find('t')).toBeUndefined();
  });

  it('replaces a dialogue by a later one of the same conversation only', async () => {
    await using store = await open();
    const later = (revision: number, id: string) => ({ ...dialogue, revision, lastEntityIds: [id] });
    expect(await store.dialogues.save(later(2, 'light.b'))).toBe(true);
    expect(await store.dialogues.save(later(3, 'light.c'))).toBe(true);
    expect(await store.dialogues.save(later(3, 'light.d'))).toBe(false);
    expect(await store.dialogues.save(later(2, 'light.e'))).toBe(false);
    expect(await store.dialogues.load('c')).toMatchObject({ revision: 3, lastEntityIds: ['light.c'] });
  });

  it('lets one of many that go on from the same dialogue', async () => {
    await using store = await open();
    await store.dialogues.save(dialogue);
    const next = { ...dialogue, revision: dialogue.revision + 1 };
    const saved = await Promise.all(Array.from({ length: 20 }, () => store.dialogues.save(next)));
    expect(saved.filter(Boolean)).toHaveLength(1);
  });

  it('begins a conversation anew when the old one is over', async () => {
    await using store = await open();
    await store.dialogues.save({ ...dialogue, revision: 9 });
    store.clock.advance(5 * minuteMs);
    expect(await store.dialogues.save({ ...dialogue, revision: 1 })).toBe(true);
  });
}

describe('stores in memory', () => {
  keepsTurnsAndDialogues(async () => {
    const clock = handClock();
    return { ...memoryStores(clock), clock, [Symbol.asyncDispose]: async () => undefined };
  });
});

describeStores('the store', (make) => {
  keepsTurnsAndDialogues(async () => {
    const clock = handClock();
    const place = await make();
    const store = await openStore({ ...place.place, clock });
    return {
      ...store,
      clock,
      [Symbol.asyncDispose]: async () => {
        await store[Symbol.asyncDispose]();
        await place[Symbol.asyncDispose]();
      },
    };
  });

  it('lets one of two replicas go on from the same dialogue', async () => {
    await using place = await make();
    await using one = await openStore({ ...place.place, clock: handClock() });
    await using other = await openStore({ ...place.place, clock: handClock() });
    await one.dialogues.save(dialogue);
    const next = { ...dialogue, revision: dialogue.revision + 1 };
    const saved = await Promise.all(
      [one, other, one, other].map((replica, index) =>
        replica.dialogues.save({ ...next, lastEntityIds: [`light.${index}`] }),
      ),
    );
    expect(saved.filter(Boolean)).toHaveLength(1);
    expect(await other.dialogues.load('c')).toMatchObject({
      lastEntityIds: [`light.${saved.indexOf(true)}`],
    });
  });
});

describe('the SQLite store', () => {
  it('names the newest turns and dialogues that are alive, the newest first', async () => {
    await using dir = await tempDir();
    const clock = handClock();
    await using store = await openStore({ path: join(dir.path, 'h.db'), clock });
    await store.turns.save(outcome('expired'));
    await store.dialogues.save(dialogueOf('expired'));
    clock.advance(10 * minuteMs);
    await store.turns.start('a');
    clock.advance(1);
    await store.turns.save(outcome('b'));
    await store.dialogues.save(dialogue);
    clock.advance(1);
    await store.turns.save(outcome('c'));
    const turns = await store.turns.newest(2);
    expect(turns.map(({ id }) => id)).toEqual(['c', 'b']);
    expect(turns[1]).toMatchObject({ value: outcome('b'), atMs: clock.now() - 1 });
    expect((await store.turns.newest(9)).at(-1)).toMatchObject({ id: 'a', value: { kind: 'started' } });
    expect(await store.dialogues.newest(9)).toEqual([{ id: 'c', value: dialogue, atMs: clock.now() - 1 }]);
  });

  it('remembers over a restart, and forgets what expired', async () => {
    await using dir = await tempDir();
    const clock = handClock();
    const path = join(dir.path, 'h.db');
    const first = await openStore({ path, clock });
    await first.turns.save(outcome('old'));
    clock.advance(11 * minuteMs);
    await first.turns.save(outcome('t'));
    await first[Symbol.asyncDispose]();
    await using second = await openStore({ path, clock });
    expect(await second.turns.find('t')).toEqual(outcome('t'));
    await second[Symbol.asyncDispose]();
    const file = new Database(path);
    expect(file.prepare('select turn_id from turns').all()).toEqual([{ turn_id: 't' }]);
    file.close();
  });

  it('does not claim an outcome that another version of the program wrote', async () => {
    await using dir = await tempDir();
    const clock = handClock();
    const path = join(dir.path, 'h.db');
    const first = await openStore({ path, clock });
    await first.turns.save(outcome('t'));
    await first[Symbol.asyncDispose]();
    const file = new Database(path);
    file.exec("update turns set written_by = '0.0.1'");
    file.close();
    await using second = await openStore({ path, clock });
    expect(await second.turns.find('t')).toEqual({ kind: 'started' });
  });

  it('refuses the store of a newer version and leaves it as it was', async () => {
    await using dir = await tempDir();
    const clock = handClock();
    const path = join(dir.path, 'h.db');
    const first = await openStore({ path, clock });
    await first.turns.save(outcome('t'));
    await first[Symbol.asyncDispose]();
    const file = new Database(path);
    file.exec("insert into kysely_migration values ('9999-future', '2099-01-01')");
    file.close();
    await expect(openStore({ path, clock })).rejects.toMatchObject({ code: 'STORE_NEWER' });
    const after = new Database(path);
    expect(after.prepare('select turn_id from turns').all()).toEqual([{ turn_id: 't' }]);
    after.close();
  });

  it('keeps a copy of the store as it was before a migration', async () => {
    await using dir = await tempDir();
    const path = join(dir.path, 'h.db');
    const old = new Database(path);
    old.exec('create table kysely_migration (name text primary key, timestamp text not null)');
    old.exec('create table keepsake (word text)');
    old.exec("insert into keepsake values ('kept')");
    old.close();
    await using store = await openStore({ path, clock: handClock() });
    await store.turns.save(outcome('t'));
    const copy = new Database(`${path}.before-migration`);
    expect(copy.prepare('select word from keepsake').all()).toEqual([{ word: 'kept' }]);
    copy.close();
  });

  it('serves many at once in the order they came', async () => {
    await using dir = await tempDir();
    await using store = await openStore({ path: join(dir.path, 'h.db'), clock: handClock() });
    await Promise.all(
      Array.from({ length: 200 }, (_, index) => store.turns.save(outcome('t', String(index)))),
    );
    expect(await store.turns.find('t')).toMatchObject({ speech: '199' });
  });
});

describe('the stores of a program whose disk fails', () => {
  it('serve from memory and say so', async () => {
    await using dir = await tempDir();
    await writeFile(join(dir.path, 'hearken.db'), 'this is no database, '.repeat(400));
    await using stores = await openStores(dir.path, { clock: handClock(), log: silentLogger });
    expect(stores.health()).toEqual({ state: 'failed', reason: 'STORE_FAILED' });
    await stores.turns.save(outcome('t'));
    expect(await stores.turns.find('t')).toEqual(outcome('t'));
    expect(await readdir(dir.path)).toEqual(['hearken.db']);
  });

  it('serve from memory when the data directory can not be made', async () => {
    await using dir = await tempDir();
    await writeFile(join(dir.path, 'file'), '');
    await using stores = await openStores(join(dir.path, 'file', 'data'), {
      clock: handClock(),
      log: silentLogger,
    });
    expect(stores.health().state).toBe('failed');
    await stores.dialogues.save(dialogue);
    expect(await stores.dialogues.load('c')).toEqual(dialogue);
  });

  it('work again when the disk does', async () => {
    await using dir = await tempDir();
    await using stores = await openStores(dir.path, { clock: handClock(), log: silentLogger });
    const other = new Database(join(dir.path, 'hearken.db'));
    other.exec('alter table turns rename to hidden');
    await stores.turns.save(outcome('t'));
    expect(stores.health()).toEqual({ state: 'failed', reason: 'STORE_FAILED' });
    other.exec('alter table hidden rename to turns');
    other.close();
    await stores.turns.save(outcome('t'));
    expect(stores.health()).toEqual({ state: 'ready' });
  });
});

describe('a PostgreSQL that refuses', () => {
  it('is told by its name, without the password, and memory serves', async () => {
    await using dir = await tempDir();
    const lines: string[] = [];
    const log: Logger = {
      ...silentLogger,
      error: (message, fields) => void lines.push(`${message} ${JSON.stringify(fields)}`),
    };
    const url = new Secret('postgres://somebody:geheim@localhost.invalid:5432/house');
    await using stores = await openStores(dir.path, { clock: handClock(), log, url });
    expect(stores.health()).toEqual({ state: 'failed', reason: 'STORE_FAILED' });
    expect(lines.join()).toMatch(/localhost\.invalid/);
    expect(lines.join()).not.toMatch(/geheim/);
    await stores.turns.save(outcome('t'));
    expect(await stores.turns.find('t')).toEqual(outcome('t'));
  });
});
