/** One writer at a time, also among several processes. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { kindOf } from './dialect-of.ts';

/**
 * Runs the work in a transaction that no other one of this name overlaps. SQLite's transactions are immediate and so
 * exclude each other anyway.
 */
export async function exclusively<Tables, Result>(
  db: Kysely<Tables>,
  name: string,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return await db.transaction().execute(async (transaction) => {
    if (kindOf(transaction) === 'postgres')
      await sql`select pg_advisory_xact_lock(hashtext(${`hearken ${name}`}))`.execute(transaction);
    return await work(transaction);
  });
}
