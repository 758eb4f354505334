/** What the store's thread is asked and what it answers. */
import { z } from 'zod';

/** Values SQLite knows. */
const sqlValue = z.union([z.string(), z.number(), z.bigint(), z.null(), z.instanceof(Uint8Array)]);
export type SqlValue = z.output<typeof sqlValue>;

/** What a settled write outlives: `machine` a power cut (the disk is waited for), `process` the end of this process. */
export type Durability = 'machine' | 'process';

export const sqlParameters = z.array(sqlValue);

export const storeRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sql'),
    id: z.int(),
    sql: z.string(),
    parameters: sqlParameters,
    durability: z.enum(['machine', 'process']),
  }),
  /** Takes the lock beside the file, or gives it back. */
  z.object({ kind: z.literal('lease'), id: z.int(), isWanted: z.boolean() }),
]);

export type StoreRequest = z.output<typeof storeRequest>;

export const storeAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rows'),
    id: z.int(),
    rows: z.array(z.record(z.string(), z.unknown())),
    changeCount: z.number().optional(),
  }),
  z.object({ kind: z.literal('lease'), id: z.int(), isHeld: z.boolean() }),
  z.object({ kind: z.literal('failed'), id: z.int(), reason: z.string() }),
]);

export type StoreAnswer = z.output<typeof storeAnswer>;
export type SqlRows = Omit<Extract<StoreAnswer, { kind: 'rows' }>, 'kind' | 'id'>;
