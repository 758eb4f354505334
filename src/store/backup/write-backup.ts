/** Writes a backup, whole or not at all. */
import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Kysely } from 'kysely';
import { packageVersion } from '../../core/version.ts';
import type { Tables } from '../tables.ts';
import {
  type BackupContent,
  type BackupFile,
  type BackupHeader,
  type BackupLine,
  countRows,
} from './format.ts';
import { readRows } from './stored-rows.ts';

export type BackupTarget = {
  readonly path: string;
  /** Small files of the data directory to put in. */
  readonly files: readonly BackupFile[];
};

export type BackupReport = { readonly rows: Readonly<Record<string, number>> };

/** Readable by this user alone: it holds what people said. @throws a file system or database error. */
export async function writeBackup(db: Kysely<Tables>, { path, files }: BackupTarget): Promise<BackupReport> {
  const content: BackupContent = { ...(await readRows(db)), files };
  // Compressed in memory: what a household's store holds is some megabytes.
  const bytes = await promisify(gzip)(textOf(content));
  const partial = `${path}.${randomUUID()}.partial`;
  try {
    const file = await open(partial, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
  return { rows: countRows(content) };
}

function textOf({ steps, rows, files }: BackupContent): string {
  const header: BackupHeader = {
    hearken: 'backup',
    format: 1,
    version: packageVersion,
    at: new Date().toISOString(),
    steps: [...steps],
  };
  const lines: BackupLine[] = [
    ...[...rows].flatMap(([table, all]) => all.map((row) => ({ table, row }))),
    ...files.map(({ name, content }) => ({ file: name, content })),
  ];
  return [header, ...lines, { end: lines.length }].map((line) => `${JSON.stringify(line)}\n`).join('');
}
