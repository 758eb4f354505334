/** What the store's thread is asked and what it answers. */
import { z } from 'zod';

/** Values SQLite knows. */
export type SqlValue = string | number | bigint | null | Uint8Array;

export type SqlRequest = {
  readonly id: number;
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
  readonly durability: Durability;
};

/** What a settled write outlives: `machine` a power cut (the disk is waited for), `process` the end of this process. */
export type Durability = 'machine' | 'process';

export const sqlRequest = z.object({
  id: z.int(),
  sql: z.string(),
  parameters: z.array(z.union([z.string(), z.number(), z.bigint(), z.null(), z.instanceof(Uint8Array)])),
  durability: z.enum(['machine', 'process']),
});

export const sqlAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rows'),
    id: z.int(),
    rows: z.array(z.record(z.string(), z.unknown())),
    changeCount: z.number().optional(),
  }),
  z.object({ kind: z.literal('failed'), id: z.int(), reason: z.string() }),
]);

export type SqlAnswer = z.output<typeof sqlAnswer>;
export type SqlRows = Omit<Extract<SqlAnswer, { kind: 'rows' }>, 'kind' | 'id'>;
