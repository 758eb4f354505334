/**
 * A backup: JSON lines in gzip. The first line says what it is, the last one how many lines came between, so that a
 * file that was cut is known. The same for both databases, so it also moves a store from one to the other.
 */
import { z } from 'zod';

export const backupHeader = z.object({
  hearken: z.literal('backup'),
  format: z.literal(1),
  /** Of the program that wrote it. */
  version: z.string(),
  /** When, ISO 8601. */
  at: z.string(),
  /** The migrations that made the tables. */
  steps: z.array(z.string()).min(1),
});

export type BackupHeader = z.output<typeof backupHeader>;

const value = z.union([z.string(), z.number(), z.null()]);

export const storedRow = z.record(z.string(), value);

export type StoredRow = z.output<typeof storedRow>;

export const backupLine = z.union([
  z.object({ table: z.string(), row: storedRow }),
  /** A small file of the data directory. */
  z.object({ file: z.string(), content: z.string() }),
  z.object({ end: z.int() }),
]);

export type BackupLine = z.output<typeof backupLine>;

export type BackupFile = { readonly name: string; readonly content: string };

export type BackupContent = {
  readonly steps: readonly string[];
  readonly rows: ReadonlyMap<string, readonly StoredRow[]>;
  readonly files: readonly BackupFile[];
};

/** Rows by table, without the empty ones. */
export function countRows({ rows }: Pick<BackupContent, 'rows'>): Readonly<Record<string, number>> {
  const counts = [...rows].map(([table, { length }]) => [table, length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
