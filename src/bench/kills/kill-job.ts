/** What the process that is killed is given, and what it tells. */
import { z } from 'zod';

export const recordKinds = ['fact', 'exchange', 'audit'] as const;
export type RecordKind = (typeof recordKinds)[number];

export const killJob = z.object({
  path: z.string(),
  /** Of PostgreSQL; empty: the SQLite file. */
  url: z.string(),
  /** Of the audit log. */
  key: z.string(),
  round: z.int(),
});

export type KillJob = z.output<typeof killJob>;

/** A record that its writer was told is kept. */
export const acknowledged = z.object({ kind: z.enum(recordKinds), id: z.string() });

export type Acknowledged = z.output<typeof acknowledged>;
