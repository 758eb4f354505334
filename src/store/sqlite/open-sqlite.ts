/** The SQLite file of the data directory. */
import { rename, rm } from 'node:fs/promises';
import { Kysely, sql } from 'kysely';
import type { HeldLease } from '../../agent/ports/lease.ts';
import type { Database } from '../database.ts';
import { pollLease } from '../poll-lease.ts';
import { sqliteDialect } from './dialect.ts';
import { SqliteThread } from './thread.ts';
import type { Tables } from '../tables.ts';
import { Turnstile } from '../turnstile.ts';

export const copySuffix = '.before-migration';

export function openSqlite(path: string): Database {
  const thread = new SqliteThread(path);
  const turnstile = new Turnstile();
  const lasting = new Kysely<Tables>({
    dialect: sqliteDialect({ thread, turnstile, durability: 'machine' }),
  });
  return {
    name: path,
    lasting,
    // After a power cut nobody asks for a turn or a dialogue: none of them waits for the disk.
    brief: new Kysely<Tables>({ dialect: sqliteDialect({ thread, turnstile, durability: 'process' }) }),
    lease: pollLease(async () => ((await thread.lease(true)) ? heldBy(thread) : undefined)),
    isShared: false,
    changeMark: async () => {
      const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(lasting);
      return rows[0]?.data_version;
    },
    keepCopy: async () => {
      const copy = `${path}${copySuffix}`;
      await rm(`${copy}.new`, { force: true });
      await sql`vacuum into ${`${copy}.new`}`.execute(lasting);
      await rename(`${copy}.new`, copy);
    },
    scrub: async () => {
      await sql`pragma wal_checkpoint(truncate)`.execute(lasting);
    },
    hasVectors: async () => false,
    [Symbol.asyncDispose]: () => thread.close(),
  };
}

function heldBy(thread: SqliteThread): HeldLease {
  return {
    // The lock is the system's own: it lasts as long as this process does.
    lost: new AbortController().signal,
    [Symbol.asyncDispose]: async () => {
      await thread.lease(false);
    },
  };
}
