/** The query builder's way to the store's thread. */
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { z } from 'zod';
import { StoreError } from '../../core/errors.ts';
import { type Durability, sqlParameters } from './messages.ts';
import type { SqliteThread } from './thread.ts';
import type { Turnstile } from '../turnstile.ts';

/** Several dialects may share a thread; the turnstile keeps their transactions apart. */
export type SqliteAccess = {
  readonly thread: SqliteThread;
  readonly turnstile: Turnstile;
  readonly durability: Durability;
};

export function sqliteDialect(access: SqliteAccess): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => sqliteDriver(access),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** A migration that is killed is as if it had not begun: SQLite can do that, with one connection that nobody shares. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function sqliteDriver({ thread, turnstile, durability }: SqliteAccess): Driver {
  const connection: DatabaseConnection = {
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> => {
      const { rows, changeCount } = await thread.run(sql, sqlParameters.parse(parameters), durability);
      return {
        rows: rowsAs<Row>(rows),
        ...(changeCount !== undefined && { numAffectedRows: BigInt(changeCount) }),
      };
    },
    // oxlint-disable-next-line require-yield
    streamQuery: async function* () {
      throw new StoreError('STORE_FAILED', 'rows are not streamed');
    },
  };
  const run = async (sql: string): Promise<void> => {
    await connection.executeQuery(CompiledQuery.raw(sql));
  };
  return {
    init: async () => undefined,
    acquireConnection: async () => {
      await turnstile.enter();
      return connection;
    },
    releaseConnection: async () => turnstile.leave(),
    beginTransaction: async () => {
      await turnstile.beAlone();
      await run('begin immediate');
    },
    commitTransaction: () => run('commit'),
    rollbackTransaction: () => run('rollback'),
    destroy: async () => undefined,
  };
}

/** The builder derives the type of a row from the query; nothing at run time knows it. */
const rowsAs = <Row>(rows: readonly unknown[]): Row[] => z.array(z.custom<Row>()).parse(rows);
