/** Reads a backup and checks that it is one, whole, and not of a newer version. */
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { StoreError, toError } from '../../core/errors.ts';
import { migrations } from '../migrations.ts';
import { type BackupContent, backupHeader, backupLine, type StoredRow } from './format.ts';

/** Far more than a household's store; a small file that unpacks to more is none of ours. */
const maxBytes = 512 << 20;

/** @throws StoreError `BACKUP_INVALID`, `STORE_NEWER` */
export async function readBackup(path: string): Promise<BackupContent & { readonly version: string }> {
  const [first, ...rest] = await linesOf(path);
  const header = backupHeader.safeParse(first);
  if (!header.success) throw invalid(path, 'it is no backup of Hearken');
  const { steps, version } = header.data;
  if (steps.some((step) => !(step in migrations)))
    throw new StoreError('STORE_NEWER', `${path} was written by Hearken ${version}`);
  const end = rest.pop();
  const lines = backupLine.array().safeParse(rest);
  const last = backupLine.safeParse(end);
  const isWhole = last.success && 'end' in last.data && last.data.end === rest.length;
  if (!lines.success || !isWhole) throw invalid(path, 'it was cut or changed');
  const rows = new Map<string, StoredRow[]>();
  const files: { name: string; content: string }[] = [];
  for (const line of lines.data) {
    if ('row' in line) {
      const table = rows.get(line.table) ?? [];
      table.push(line.row);
      rows.set(line.table, table);
    }
    if ('file' in line) files.push({ name: line.file, content: line.content });
  }
  return { version, steps, rows, files };
}

async function linesOf(path: string): Promise<unknown[]> {
  try {
    const bytes = await promisify(gunzip)(await readFile(path), { maxOutputLength: maxBytes });
    const lines = bytes.toString('utf8').split('\n');
    return lines.filter((line) => line !== '').map((line): unknown => JSON.parse(line));
  } catch (cause) {
    throw invalid(path, toError(cause).message, cause);
  }
}

function invalid(path: string, why: string, cause?: unknown): StoreError {
  return new StoreError('BACKUP_INVALID', `${path} can not be restored: ${why}`, { cause });
}
