/** Opens what must survive, in SQLite or PostgreSQL, and brings its tables up to date. */
import { dirname, join } from 'node:path';
import { ParseJSONResultsPlugin } from 'kysely';
import type { AuditStore } from '../agent/ports/audit-store.ts';
import type { Lease } from '../agent/ports/lease.ts';
import type { MemoryStore } from '../agent/ports/memory-store.ts';
import type { PinLockStore } from '../agent/ports/pin-lock-store.ts';
import type { TimerStore } from '../agent/ports/timer-store.ts';
import type { Clock } from '../core/clock.ts';
import { StoreError, toError } from '../core/errors.ts';
import { Secret } from '../core/secret.ts';
import { writeBackup } from './backup/write-backup.ts';
import type { Database } from './database.ts';
import { knownSteps, migrate } from './migrate.ts';
import { openPostgres } from './postgres/open-postgres.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';
import { storedAudit } from './repositories/stored-audit.ts';
import { type StoredDialogues, storedDialogues } from './repositories/stored-dialogues.ts';
import { storedMemory } from './repositories/stored-memory.ts';
import { storedPinLocks } from './repositories/stored-pin-locks.ts';
import { storedTimers } from './repositories/stored-timers.ts';
import { type StoredTurns, storedTurns } from './repositories/stored-turns.ts';

export type Store = AsyncDisposable & {
  readonly turns: StoredTurns;
  readonly dialogues: StoredDialogues;
  readonly timers: TimerStore;
  readonly memory: MemoryStore;
  readonly audit: AuditStore;
  readonly pinLocks: PinLockStore;
  /** For what one of several processes does. */
  readonly lease: Lease;
  /** Replicas on other machines read and write it, too. */
  readonly isShared: boolean;
};

/** `path`: the SQLite file; with a PostgreSQL `url` copies of that database lie where this file would. */
export type StorePlace = { readonly path: string; readonly url?: Secret };

export type StoreOptions = StorePlace & { readonly clock: Clock };

/** PostgreSQL's tables as they were before their last migration, beside where the SQLite file would be. */
export const migrationCopy = 'hearken-before-migration.backup';

/** @throws StoreError `STORE_NEWER`, `STORE_FAILED`; what is stored is then as it was. */
export async function openStore({ clock, ...place }: StoreOptions): Promise<Store> {
  const database = await openDatabase(place);
  const { lasting, lease, isShared, scrub } = database;
  const brief = database.brief.withPlugin(new ParseJSONResultsPlugin());
  const hasVectors = await database.hasVectors();
  return {
    // A timer is promised to ring: what was answered outlives a power cut.
    timers: storedTimers(lasting, database.changeMark),
    turns: storedTurns(brief, clock),
    dialogues: storedDialogues(brief, clock),
    memory: storedMemory({ lasting, brief: database.brief, scrub, hasVectors, clock }),
    audit: storedAudit(lasting),
    pinLocks: storedPinLocks(lasting),
    lease,
    isShared,
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

/** With the tables of this version. @throws StoreError as `openStore`. */
export async function openDatabase(place: StorePlace): Promise<Database> {
  return await connectDatabase(place, migrate);
}

/** As it is. @throws StoreError as `openStore`. */
export async function openDatabaseAsIs(place: StorePlace): Promise<Database> {
  return await connectDatabase(place, knownSteps);
}

async function connectDatabase(
  { path, url = new Secret('') }: StorePlace,
  check: (database: Database) => Promise<unknown>,
): Promise<Database> {
  const isFile = url.reveal() === '';
  const copy = join(dirname(path), migrationCopy);
  let database: Database | undefined;
  try {
    database = isFile
      ? openSqlite(path)
      : await openPostgres({
          url,
          keepCopy: async (db) => void (await writeBackup(db, { path: copy, files: [] })),
        });
    await check(database);
    return database;
  } catch (cause) {
    await database?.[Symbol.asyncDispose]();
    if (cause instanceof StoreError) throw cause;
    const name = database?.name ?? 'the database';
    throw new StoreError('STORE_FAILED', `${name}: ${toError(cause).message}`, { cause });
  }
}
