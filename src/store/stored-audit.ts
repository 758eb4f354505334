/** The chains of the audit log, kept over a power cut. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { AuditStore, Checkpoint, StoredRecord, Tail } from '../agent/ports/audit-store.ts';
import { exclusively } from './exclusively.ts';
import type { Tables } from './tables.ts';

const kind = z.enum(['mark', 'cut']);

export function storedAudit(db: Kysely<Tables>): AuditStore {
  return {
    append: (chain, make) =>
      exclusively(db, `audit ${chain}`, async (transaction) => {
        const rows = make(await tailOf(transaction, chain)).map((record) => rowOf(chain, record));
        if (rows.length > 0) await transaction.insertInto('audit_records').values(rows).execute();
      }),
    tail: (chain) => tailOf(db, chain),
    mark: (chain, checkpoint) => keep(db, chain, checkpoint),
    cut: (chain, checkpoint) =>
      exclusively(db, `audit ${chain}`, async (transaction) => {
        await keep(transaction, chain, checkpoint);
        const { seq } = checkpoint;
        const records = transaction.deleteFrom('audit_records').where('chain', '=', chain);
        await records.where('seq', '<=', seq).execute();
        const checkpoints = transaction.deleteFrom('audit_checkpoints').where('chain', '=', chain);
        await checkpoints.where('seq', '<', seq).execute();
      }),
    lastBefore: async (chain, atMs) =>
      await db
        .selectFrom('audit_records')
        .select(['seq', 'hash'])
        .where('chain', '=', chain)
        .where('at_ms', '<', atMs)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst(),
    chains: async () => {
      const rows = await db.selectFrom('audit_records').select('chain').distinct().execute();
      return rows.map(({ chain }) => chain).sort();
    },
    read: async (chain, { fromSeq, limit }) => {
      const rows = await db
        .selectFrom('audit_records')
        .selectAll()
        .where('chain', '=', chain)
        .where('seq', '>=', fromSeq)
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map(({ seq, at_ms, record, hash }) => ({ seq, atMs: at_ms, text: record, hash }));
    },
    checkpoints: async (chain) => {
      const rows = await db
        .selectFrom('audit_checkpoints')
        .selectAll()
        .where('chain', '=', chain)
        .orderBy('seq')
        .orderBy('kind')
        .execute();
      return rows.map(({ seq, hash, at_ms, kind: written, signature }) => ({
        seq,
        hash,
        atMs: at_ms,
        kind: kind.parse(written),
        signature,
      }));
    },
  };
}

async function tailOf(db: Kysely<Tables>, chain: string): Promise<Tail | undefined> {
  const last = await db
    .selectFrom('audit_records')
    .select(['seq', 'hash'])
    .where('chain', '=', chain)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last) return last;
  // All of it may have expired: the chain goes on where it was cut.
  return await db
    .selectFrom('audit_checkpoints')
    .select(['seq', 'hash'])
    .where('chain', '=', chain)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function keep(db: Kysely<Tables>, chain: string, checkpoint: Checkpoint): Promise<void> {
  const { seq, hash, atMs, kind: written, signature } = checkpoint;
  const row = { hash, at_ms: atMs, signature };
  await db
    .insertInto('audit_checkpoints')
    .values({ chain, seq, kind: written, ...row })
    .onConflict((conflict) => conflict.columns(['chain', 'seq', 'kind']).doUpdateSet(row))
    .execute();
}

function rowOf(chain: string, { seq, atMs, text, hash }: StoredRecord): Tables['audit_records'] {
  return { chain, seq, at_ms: atMs, record: text, hash };
}
