/** Brings the tables up to date: all of it or nothing. */
import { type Kysely, Migrator } from 'kysely';
import { StoreError, toError } from '../core/errors.ts';
import type { Database } from './database.ts';
import { migrations } from './migrations.ts';
import type { Tables } from './tables.ts';

type MigrationTable = { kysely_migration: { name: string } };

/** @throws StoreError `STORE_NEWER`; the store is then as it was. */
export async function migrate(database: Database): Promise<void> {
  const { lasting, keepCopy } = database;
  const done = await knownSteps(database);
  if (done.length === Object.keys(migrations).length) return;
  if (done.length > 0 || (await hasTables(lasting))) await keepCopy();
  await migrateTo(lasting);
}

/** The steps that were done. @throws StoreError `STORE_NEWER` */
export async function knownSteps({ lasting, name }: Database): Promise<readonly string[]> {
  const done = await stepsOf(lasting);
  const unknown = done.find((step) => !(step in migrations));
  if (unknown !== undefined)
    throw new StoreError('STORE_NEWER', `${name} was written by a newer version (${unknown})`);
  return done;
}

/** Runs the steps up to this one, all when absent. */
export async function migrateTo(db: Kysely<Tables>, last?: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await (last === undefined ? migrator.migrateToLatest() : migrator.migrateTo(last));
  if (error !== undefined) throw toError(error);
}

/** The steps that were done, in order. */
export async function stepsOf(db: Kysely<Tables>): Promise<readonly string[]> {
  if (!(await tablesOf(db)).includes('kysely_migration')) return [];
  const rows = await db
    .withTables<MigrationTable>()
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
}

async function hasTables(db: Kysely<Tables>): Promise<boolean> {
  return (await tablesOf(db)).length > 0;
}

async function tablesOf(db: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  return tables.map(({ name }) => name);
}
