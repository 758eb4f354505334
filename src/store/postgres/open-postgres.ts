/** A PostgreSQL database that several replicas may share. Its driver is loaded only here. */
import { Kysely, sql } from 'kysely';
import { sleep } from '../../core/abort.ts';
import type { Secret } from '../../core/secret.ts';
import type { Database } from '../database.ts';
import { postgresDialect } from './dialect.ts';
import { postgresLease } from './lease.ts';
import type { Tables } from '../tables.ts';

/** A household's turns are a few at a time; replicas share what the server allows (100 by default). */
const maxConnections = 8;
/** A query takes a millisecond; a server that is away is given up on before a person would have. */
const patienceMs = 5_000;
/** A database that starts together with this program is there within this time. */
const startMs = 10_000;

export type PostgresOptions = {
  readonly url: Secret;
  /** Keeps what is there, before a migration. */
  readonly keepCopy: (db: Kysely<Tables>) => Promise<void>;
};

/** @throws an error of the driver when it can not be reached. */
export async function openPostgres({ url, keepCopy }: PostgresOptions): Promise<Database> {
  const { Client, Pool, types } = await import('pg');
  // Times and counts stay far below what a number holds exactly.
  types.setTypeParser(types.builtins.INT8, Number);
  const settings = {
    connectionString: url.reveal(),
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    statement_timeout: patienceMs,
    keepAlive: true,
    application_name: 'hearken',
  };
  const pool = new Pool({ ...settings, max: maxConnections, allowExitOnIdle: true });
  // A connection that breaks while nobody uses it is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: postgresDialect(pool) });
  try {
    await untilReachable(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    name: nameOf(url),
    lasting: db,
    brief: db,
    lease: postgresLease(() => new Client(settings)),
    isShared: true,
    changeMark: async () => undefined,
    keepCopy: () => keepCopy(db),
    // Its files are its own: what was deleted is overwritten when the server vacuums.
    scrub: async () => undefined,
    hasVectors: () => useVectors(db),
    [Symbol.asyncDispose]: () => db.destroy(),
  };
}

async function untilReachable(db: Kysely<Tables>): Promise<void> {
  const startedAtMs = performance.now();
  for (;;) {
    try {
      await sql`select 1`.execute(db);
      return;
    } catch (error) {
      if (!mayComeUp(error) || performance.now() - startedAtMs > startMs) throw error;
      await sleep(500, new AbortController().signal);
    }
  }
}

/** Not there yet, or starting; a wrong password stays wrong. */
function mayComeUp(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return ['ECONNREFUSED', 'ENOENT', 'EAI_AGAIN', '57P03'].includes(code);
}

/** pgvector, when the server has it and the user may load it. */
async function useVectors(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_available_extensions where name = 'vector'`.execute(db);
  if (rows.length === 0) return false;
  try {
    await sql`create extension if not exists vector`.execute(db);
    return true;
  } catch {
    return false;
  }
}

/** Without user and password. */
function nameOf(url: Secret): string {
  const { hostname, port, pathname } = new URL(url.reveal());
  return `postgres://${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
}
