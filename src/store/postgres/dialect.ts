/** The query builder's way to PostgreSQL; what goes wrong there is told as with the other database. */
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  PostgresDriver,
} from 'kysely';
import type { Pool } from 'pg';
import { StoreError, toError } from '../../core/errors.ts';

export function postgresDialect(pool: Pool): PostgresDialect {
  return new TellingDialect(pool);
}

class TellingDialect extends PostgresDialect {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    super({ pool });
    this.#pool = pool;
  }

  override createDriver(): Driver {
    return new TellingDriver({ pool: this.#pool });
  }
}

class TellingDriver extends PostgresDriver {
  /** Connections are used again. */
  readonly #known = new WeakSet<DatabaseConnection>();

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await told(super.acquireConnection());
    if (this.#known.has(connection)) return connection;
    this.#known.add(connection);
    const execute = connection.executeQuery.bind(connection);
    connection.executeQuery = async <Row>(query: CompiledQuery) => await told(execute<Row>(query));
    return connection;
  }
}

/** @throws StoreError `STORE_FAILED`; its cause is the driver's error. */
async function told<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (cause) {
    throw new StoreError('STORE_FAILED', toError(cause).message, { cause });
  }
}
