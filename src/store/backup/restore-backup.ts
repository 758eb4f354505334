/** Puts a backup in the place of what is stored. */
import { join } from 'node:path';
import { StoreError, toError } from '../../core/errors.ts';
import { openTemporaryDirectory } from '../../core/temporary-directory.ts';
import type { Database } from '../database.ts';
import { migrateTo } from '../migrate.ts';
import { migrations } from '../migrations.ts';
import { openSqlite } from '../sqlite/open-sqlite.ts';
import { type BackupContent, type BackupFile, countRows } from './format.ts';
import { readBackup } from './read-backup.ts';
import { insertRows, readRows, replaceRows } from './stored-rows.ts';
import type { BackupReport } from './write-backup.ts';

export type Restored = BackupReport & {
  /** Of the program that wrote it. */
  readonly version: string;
  /** Small files of the data directory, for the caller to write. */
  readonly files: readonly BackupFile[];
};

/**
 * All of it, in one transaction, or nothing.
 * @throws StoreError `BACKUP_INVALID`, `STORE_NEWER`, `STORE_FAILED`; what is stored is then as it was.
 */
export async function restoreBackup({ lasting }: Database, path: string): Promise<Restored> {
  const backup = await readBackup(path);
  try {
    const rows = await broughtUpToDate(backup);
    await replaceRows(lasting, rows);
    return { version: backup.version, files: backup.files, rows: countRows({ rows }) };
  } catch (cause) {
    const reason = toError(cause).message;
    throw new StoreError('STORE_FAILED', `${path} could not be restored: ${reason}`, { cause });
  }
}

/** Rows of an older version are put into tables of that version, which are then migrated as any store is. */
async function broughtUpToDate({ steps, rows }: BackupContent): Promise<BackupContent['rows']> {
  if (steps.length === Object.keys(migrations).length) return rows;
  await using dir = await openTemporaryDirectory('hearken-restore-');
  await using staged = openSqlite(join(dir.path, 'staged.db'));
  await migrateTo(staged.lasting, steps.at(-1));
  for (const [table, all] of rows) await insertRows(staged.lasting, table, all);
  await migrateTo(staged.lasting);
  return (await readRows(staged.lasting)).rows;
}
