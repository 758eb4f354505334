/** The audit log for whoever reads it: pages of it, its export, and whether it is whole. */
import { join } from 'node:path';
import { z } from 'zod';
import type { SigningKey } from '../../agent/audit/signing.ts';
import { type AuditReport, recordsOf, verifyAudit } from '../../agent/audit/verify-audit.ts';
import type { AuditStore, StoredRecord } from '../../agent/ports/audit-store.ts';
import type { Config } from '../../config/schema.ts';
import { systemClock } from '../../core/clock.ts';
import { openStore } from '../../store/open-store.ts';
import { openAuditKey } from './audit.ts';
import { storeFile } from './stores.ts';

export type OpenAudit = AsyncDisposable & { readonly store: AuditStore; readonly key: SigningKey };

/** Also beside a running program. @throws StoreError */
export async function auditOf({ directories, database: { url } }: Config): Promise<OpenAudit> {
  const key = await openAuditKey(directories.data);
  const store = await openStore({ path: join(directories.data, storeFile), clock: systemClock, url });
  return { store: store.audit, key, [Symbol.asyncDispose]: () => store[Symbol.asyncDispose]() };
}

/** One report per chain; those of other machines that share the store can not be checked with this key. */
export async function verifyAll({
  store,
  key,
}: OpenAudit): Promise<readonly (AuditReport & { readonly isOwn: boolean })[]> {
  const reports = [];
  for (const chain of await store.chains()) {
    const isOwn = chain === key.chain;
    const report = await verifyAudit(chain, store, key.publicKey);
    // Of another key's chain the links are checked, not the signatures.
    const faults = isOwn ? report.faults : report.faults.filter(({ kind }) => kind === 'broken');
    reports.push({ ...report, faults, isOwn });
  }
  return reports;
}

export type ReadableRecord = {
  readonly at: string;
  readonly who: string;
  readonly where: string;
  readonly way: string;
  readonly what: string;
  readonly devices: string;
  readonly outcome: string;
  /** Id of the turn, as the log and the dashboard name it. */
  readonly turn: string;
};

const writtenRecord = z.object({
  atMs: z.number(),
  turnId: z.string(),
  path: z.string(),
  channel: z.string(),
  userId: z.string().nullable(),
  satelliteId: z.string().nullable(),
  deviceId: z.string().nullable(),
  action: z.object({
    service: z.string(),
    entityIds: z.array(z.string()),
    data: z.record(z.string(), z.unknown()),
  }),
  event: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('sent') }),
    z.object({ kind: z.literal('ended'), proofs: z.record(z.string(), z.string()) }),
    z.object({ kind: z.literal('refused'), why: z.string() }),
  ]),
});

/** The last ones of all chains, oldest first. */
export async function latestRecords({ store }: OpenAudit, count: number): Promise<readonly ReadableRecord[]> {
  const last: StoredRecord[] = [];
  for (const chain of await store.chains()) {
    const tail = await store.tail(chain);
    const fromSeq = Math.max(0, (tail?.seq ?? 0) - count + 1);
    last.push(...(await store.read(chain, { fromSeq, limit: count })));
  }
  return last
    .sort((one, other) => one.atMs - other.atMs)
    .slice(-count)
    .map(readable);
}

function readable({ text }: StoredRecord): ReadableRecord {
  const { atMs, turnId, path, channel, userId, satelliteId, deviceId, action, event } = writtenRecord.parse(
    JSON.parse(text),
  );
  const data = Object.entries(action.data).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  return {
    at: new Date(atMs).toISOString(),
    who: userId ?? (channel === 'cli' ? 'terminal' : 'unknown'),
    where: satelliteId ?? deviceId ?? '-',
    way: `${channel}/${path}`,
    what: [action.service, ...data].join(' '),
    devices: action.entityIds.join(' ') || '-',
    outcome: outcomeOf(event),
    turn: turnId,
  };
}

function outcomeOf(event: z.output<typeof writtenRecord>['event']): string {
  if (event.kind === 'refused') return `refused: ${event.why}`;
  if (event.kind === 'sent') return 'sent';
  return [...new Set(Object.values(event.proofs))].join(', ') || 'ended';
}

/** Everything that is needed to check it elsewhere. */
export async function* exportAudit({ store, key }: OpenAudit): AsyncGenerator<unknown, void> {
  const publicKey = key.publicKey.export({ format: 'pem', type: 'spki' });
  yield { kind: 'key', chain: key.chain, publicKey };
  for (const chain of await store.chains()) {
    for (const checkpoint of await store.checkpoints(chain))
      yield { ...checkpoint, kind: 'checkpoint', chain, checkpoint: checkpoint.kind };
    for await (const record of recordsOf(chain, store)) yield { kind: 'record', chain, ...record };
  }
}
