/** Opens the SQLite store of the data directory and brings its tables up to date. */
import { rename, rm } from 'node:fs/promises';
import { Kysely, Migrator, ParseJSONResultsPlugin, sql } from 'kysely';
import type { DialogueStore } from '../agent/ports/dialogue-store.ts';
import type { TimerStore } from '../agent/ports/timer-store.ts';
import type { TurnStore } from '../agent/ports/turn-store.ts';
import type { Clock } from '../core/clock.ts';
import { StoreError, toError } from '../core/errors.ts';
import { migrations } from './migrations.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { SqliteThread } from './sqlite-thread.ts';
import { storedDialogues } from './stored-dialogues.ts';
import { storedTimers } from './stored-timers.ts';
import { storedTurns } from './stored-turns.ts';
import type { Tables } from './tables.ts';
import { Turnstile } from './turnstile.ts';

export type Store = AsyncDisposable & {
  readonly turns: TurnStore;
  readonly dialogues: DialogueStore;
  readonly timers: TimerStore;
};

export type StoreOptions = { readonly path: string; readonly clock: Clock };

/** @throws StoreError `STORE_NEWER`, `STORE_FAILED`; the file is then as it was. */
export async function openStore({ path, clock }: StoreOptions): Promise<Store> {
  const thread = new SqliteThread(path);
  const turnstile = new Turnstile();
  try {
    await migrate(new Kysely({ dialect: sqliteDialect({ thread, turnstile, durability: 'machine' }) }), path);
  } catch (cause) {
    await thread.close();
    if (cause instanceof StoreError) throw cause;
    throw new StoreError('STORE_FAILED', `${path}: ${toError(cause).message}`, { cause });
  }
  // Turns and dialogues live for minutes: after a power cut nobody asks for them, so no turn waits for the disk.
  const brief = new Kysely<Tables>({
    dialect: sqliteDialect({ thread, turnstile, durability: 'process' }),
    plugins: [new ParseJSONResultsPlugin()],
  });
  // A timer is promised to ring: what was answered outlives a power cut.
  const lasting = new Kysely<Tables>({
    dialect: sqliteDialect({ thread, turnstile, durability: 'machine' }),
  });
  return {
    timers: storedTimers(lasting),
    turns: storedTurns(brief, clock),
    dialogues: storedDialogues(brief, clock),
    [Symbol.asyncDispose]: () => thread.close(),
  };
}

type MigrationTable = { kysely_migration: { name: string } };

async function migrate(db: Kysely<MigrationTable>, path: string): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const isNew = !tables.some(({ name }) => name === 'kysely_migration');
  const done = isNew ? [] : await db.selectFrom('kysely_migration').select('name').execute();
  const unknown = done.find(({ name }) => !(name in migrations));
  if (unknown)
    throw new StoreError('STORE_NEWER', `${path} was written by a newer version (${unknown.name})`);
  if (done.length === Object.keys(migrations).length) return;
  if (tables.length > 0) await keepCopy(db, path);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw toError(error);
}

/** The store as it was before its last migration lies beside it, for whoever goes back to the older version. */
async function keepCopy(db: Kysely<MigrationTable>, path: string): Promise<void> {
  const copy = `${path}.before-migration`;
  await rm(`${copy}.new`, { force: true });
  await sql`vacuum into ${`${copy}.new`}`.execute(db);
  await rename(`${copy}.new`, copy);
}
