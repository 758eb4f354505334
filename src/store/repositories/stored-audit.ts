/** The chains of the audit log, kept over a power cut. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { AuditStore, Checkpoint, StoredRecord, Tail } from '../../agent/ports/audit-store.ts';
import { exclusively } from '../exclusively.ts';
import type { Tables } from '../tables.ts';

const kind = z.enum(['mark', 'cut']);

export function storedAudit(db: Kysely<Tables>): AuditStore {
  /** The last records, of the chains that this process writes: one. */
  const tails = new Map<string, Tail>();

  const insert = async (into: Kysely<Tables>, chain: string, records: readonly StoredRecord[]) => {
    const rows = records.map((record) => rowOf(chain, record));
    if (rows.length > 0) await into.insertInto('audit_records').values(rows).execute();
  };

  /** In one statement, which fails where somebody else went on from the same record. */
  const appendAfter = async (
    tail: Tail,
    chain: string,
    records: readonly StoredRecord[],
  ): Promise<boolean> => {
    try {
      await insert(db, chain, records);
      tails.set(chain, records.at(-1) ?? tail);
      return true;
    } catch {
      // Whatever it was, the careful way meets it again, or not.
      return false;
    }
  };

  return {
    append: async (chain, make) => {
      const known = tails.get(chain);
      // Whoever comes meanwhile looks for itself.
      tails.delete(chain);
      const tried = known && make(known);
      if (known && tried && (await appendAfter(known, chain, tried))) return;
      await exclusively(db, `audit ${chain}`, async (transaction) => {
        const tail = await tailOf(transaction, chain);
        // Only the answer was lost.
        if (tail && tail.hash === tried?.at(-1)?.hash) return;
        const records = make(tail);
        await insert(transaction, chain, records);
        const last = records.at(-1) ?? tail;
        if (last) tails.set(chain, last);
      });
    },
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
