/** Backups of the data directory: what the store holds, and the small files that name and open this installation. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../config/schema.ts';
import { StoreError } from '../../core/errors.ts';
import { restoreBackup, type Restored } from '../../store/backup/restore-backup.ts';
import { type BackupReport, writeBackup } from '../../store/backup/write-backup.ts';
import { openDatabase, openDatabaseAsIs, type StorePlace } from '../../store/open-store.ts';
import { tokenFile } from './access-token.ts';
import { auditKeyFile } from './audit.ts';
import { openDataDirectory, readDataFile, writeDataFile } from './data-files.ts';
import { instanceIdFile } from './instance-id.ts';
import { pinFile } from './pin.ts';
import { storeFile } from './stores.ts';

const smallFiles: readonly string[] = [tokenFile, instanceIdFile, auditKeyFile, pinFile];

/** How copies are called that are made before a restore. */
export const beforeRestore = { prefix: 'hearken-before-restore-', suffix: '.backup' } as const;

export function storePlace({ directories, database }: Config): StorePlace {
  return { path: join(directories.data, storeFile), url: database.url };
}

/** @throws StoreError `STORE_FAILED`, `STORE_NEWER`; nothing is written then. */
export async function backUp(config: Config, path: string): Promise<BackupReport> {
  const place = storePlace(config);
  const dataDir = config.directories.data;
  const isFile = config.database.url.reveal() === '';
  if (isFile && !existsSync(place.path))
    throw new StoreError('STORE_FAILED', `there is no store in ${dataDir} (--data)`);
  await using database = await openDatabaseAsIs(place);
  const contents = await Promise.all(
    smallFiles.map(async (name) => ({ name, content: await readDataFile(dataDir, name) })),
  );
  const files = contents.flatMap(({ name, content }) => (content === undefined ? [] : [{ name, content }]));
  return await writeBackup(database.lasting, { path, files });
}

/** `copy`: what was there before. @throws StoreError as `restoreBackup`; all is then as it was. */
export async function restore(
  config: Config,
  path: string,
): Promise<Pick<Restored, 'rows' | 'version'> & { readonly copy: string }> {
  const dataDir = config.directories.data;
  await openDataDirectory(dataDir);
  await using database = await openDatabase(storePlace(config));
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '');
  const copy = join(dataDir, `${beforeRestore.prefix}${stamp}${beforeRestore.suffix}`);
  await writeBackup(database.lasting, { path: copy, files: [] });
  const { rows, version, files } = await restoreBackup(database, path);
  for (const { name, content } of files)
    if (smallFiles.includes(name)) await writeDataFile(dataDir, name, content);
  return { rows, version, copy };
}
