/** All rows of the store, out and in again. */
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { stepsOf } from '../migrate.ts';
import { tableNames, type Tables } from '../tables.ts';
import { rebuildWords } from '../repositories/word-index.ts';
import { type BackupContent, storedRow, type StoredRow } from './format.ts';

/** Few enough values for one statement of either database. */
const rowsAtOnce = 50;

const storedRows = z.array(storedRow);

/** As they were at one moment, while others go on writing. */
export async function readRows(db: Kysely<Tables>): Promise<Pick<BackupContent, 'steps' | 'rows'>> {
  return await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const steps = await stepsOf(transaction);
      const present = new Set((await transaction.introspection.getTables()).map(({ name }) => name));
      const rows = new Map<string, readonly StoredRow[]>();
      for (const table of tableNames.filter((name) => present.has(name)))
        rows.set(table, storedRows.parse(await transaction.selectFrom(table).selectAll().execute()));
      return { steps, rows };
    });
}

/** Removes every row there is and puts these in their place: all or nothing. */
export async function replaceRows(db: Kysely<Tables>, rows: BackupContent['rows']): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const table of tableNames) await transaction.deleteFrom(table).execute();
    for (const [table, all] of rows) await insertRows(transaction, table, all);
    await rebuildWords(transaction);
  });
}

/** Columns are the rows' own: a backup of an older version goes into tables of that version first. */
export async function insertRows(
  db: Kysely<Tables>,
  table: string,
  rows: readonly StoredRow[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const some = rows.slice(at, at + rowsAtOnce);
    const columns = Object.keys(some[0] ?? {});
    const values = some.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`);
    const names = sql.join(columns.map((column) => sql.ref(column)));
    await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(db);
  }
}
