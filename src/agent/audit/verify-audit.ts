/** Whether a chain of the audit log is whole: nothing changed, taken out, put in or cut off its end. */
import type { KeyObject } from 'node:crypto';
import type { AuditStore, Checkpoint, StoredRecord, Tail } from '../ports/audit-store.ts';
import { firstHash, hashOf } from './audit-record.ts';
import { isSigned } from './signing.ts';

export type AuditFault =
  /** It was changed, or one before it was taken out. */
  | { readonly kind: 'broken'; readonly seq: number }
  /** Older records are missing, and no signed word says that they were dropped. */
  | { readonly kind: 'missing-start'; readonly seq: number }
  /** A checkpoint has seen records that are not there. */
  | { readonly kind: 'missing-end'; readonly seq: number }
  /** Its signature is not of this key. */
  | { readonly kind: 'forged-checkpoint'; readonly seq: number }
  /** The record there is another one than was signed. */
  | { readonly kind: 'rewritten'; readonly seq: number };

export type AuditReport = {
  readonly chain: string;
  readonly recordCount: number;
  readonly firstSeq: number | null;
  readonly lastSeq: number | null;
  /** The last record that a good signature covers. */
  readonly signedSeq: number | null;
  /** The first few; empty when the chain is whole. */
  readonly faults: readonly AuditFault[];
};

/** Read page by page: a log of years need not fit into memory. */
const pageSize = 1_000;
const maxFaults = 20;

export async function verifyAudit(
  chain: string,
  store: AuditStore,
  publicKey: KeyObject,
): Promise<AuditReport> {
  const all = await store.checkpoints(chain);
  const good = all.filter((checkpoint) => isSigned(chain, checkpoint, publicKey));
  const faults: AuditFault[] = all
    .filter((checkpoint) => !good.includes(checkpoint))
    .map(({ seq }) => ({ kind: 'forged-checkpoint', seq }));
  const signed = new Map(good.map((checkpoint) => [checkpoint.seq, checkpoint]));
  const start = startOf(good);
  let tail: Tail = start;
  let recordCount = 0;
  let firstSeq: number | null = null;
  let signedSeq: number | null = null;
  for await (const record of recordsOf(chain, store)) {
    if (firstSeq === null && record.seq !== start.seq + 1)
      faults.push({ kind: 'missing-start', seq: record.seq });
    else if (!follows(record, tail)) faults.push({ kind: 'broken', seq: record.seq });
    firstSeq ??= record.seq;
    recordCount += 1;
    tail = record;
    const checkpoint = signed.get(record.seq);
    if (checkpoint && checkpoint.hash !== record.hash) faults.push({ kind: 'rewritten', seq: record.seq });
    else if (checkpoint) signedSeq = record.seq;
  }
  const newest = Math.max(0, ...good.map(({ seq }) => seq));
  if (newest > tail.seq) faults.push({ kind: 'missing-end', seq: newest });
  return {
    chain,
    recordCount,
    firstSeq,
    lastSeq: recordCount === 0 ? null : tail.seq,
    signedSeq,
    faults: faults.slice(0, maxFaults),
  };
}

/** A chain begins with its first record, or after the last that were dropped. */
function startOf(good: readonly Checkpoint[]): Tail {
  const cut = good.filter(({ kind }) => kind === 'cut').at(-1);
  return cut ?? { seq: 0, hash: firstHash };
}

function follows({ seq, text, hash }: StoredRecord, tail: Tail): boolean {
  return seq === tail.seq + 1 && hash === hashOf(tail.hash, seq, text);
}

export async function* recordsOf(chain: string, store: AuditStore): AsyncGenerator<StoredRecord, void> {
  for (let fromSeq = 0; ;) {
    const page = await store.read(chain, { fromSeq, limit: pageSize });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    fromSeq = last.seq + 1;
  }
}
