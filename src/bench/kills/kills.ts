/** Records that were acknowledged and then lost, when the program is killed while it writes. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { newSigningKey, readSigningKey } from '../../agent/audit/signing.ts';
import { recordsOf, verifyAudit } from '../../agent/audit/verify-audit.ts';
import { abortable, sleep } from '../../core/abort.ts';
import { compiledBeside } from '../../core/built-files.ts';
import { systemClock } from '../../core/clock.ts';
import { EngineError } from '../../core/errors.ts';
import { Secret } from '../../core/secret.ts';
import { openStore, type Store } from '../../store/open-store.ts';
import { type Acknowledged, acknowledged, type KillJob, recordKinds } from './kill-job.ts';
import type { BenchRow, BenchTable } from '../report.ts';

/** A kill falls anywhere within the first writes after the store was opened. */
const maxDelayMs = 120;
const smokeKills = 5;

export type KillOptions = {
  readonly killCount: number;
  readonly path: string;
  /** Of PostgreSQL; absent: the SQLite file at `path`. */
  readonly url?: string;
  readonly signal: AbortSignal;
};

export type KillResult = {
  readonly acknowledgedCount: number;
  /** Ids that were acknowledged and are not there. */
  readonly lost: readonly string[];
  /** What the audit log's own check says; empty: its chain is whole. */
  readonly faults: readonly object[];
};

/** Kills a writing process so often, always on the same store, and looks for every record it was told of. */
export async function killWriters({ killCount, path, url = '', signal }: KillOptions): Promise<KillResult> {
  const key = newSigningKey();
  const told: Acknowledged[] = [];
  for (let round = 0; round < killCount; round += 1)
    told.push(...(await killOne({ path, url, key, round }, signal)));
  await using store = await openStore({ path, url: new Secret(url), clock: systemClock });
  const there = await idsIn(store, readSigningKey(key).chain);
  const { publicKey, chain } = readSigningKey(key);
  const { faults } = await verifyAudit(chain, store.audit, publicKey);
  return {
    acknowledgedCount: told.length,
    lost: told.map(({ id }) => id).filter((id) => !there.has(id)),
    faults,
  };
}

/** Resolves with what was acknowledged before the end. */
async function killOne(job: KillJob, signal: AbortSignal): Promise<readonly Acknowledged[]> {
  const entry = fileURLToPath(compiledBeside('kill-writer.js', import.meta.url));
  const child = fork(entry, [JSON.stringify(job)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const told: Acknowledged[] = [];
  const ended = once(child, 'close');
  const begun = once(child, 'message');
  child.on('message', (message: unknown) => told.push(acknowledged.parse(message)));
  try {
    await abortable(Promise.race([begun, ended]), signal);
    if (told.length === 0) throw new EngineError('ENGINE_FAILED', 'the writing process ended by itself');
    await sleep(Math.random() * maxDelayMs, signal);
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
  return told;
}

const auditTurn = z.object({ turnId: z.string() });

async function idsIn(store: Store, chain: string): Promise<ReadonlySet<string>> {
  const all = Number.MAX_SAFE_INTEGER;
  const facts = await store.memory.facts(['home'], all);
  const history = await store.memory.history('home', 0, all);
  const ids = new Set([...facts.map(({ factId }) => factId), ...history.map(({ exchangeId }) => exchangeId)]);
  for await (const { text } of recordsOf(chain, store.audit))
    ids.add(auditTurn.parse(JSON.parse(text)).turnId);
  return ids;
}

/** Rows of a table; also for others that put them beside their own. */
export async function killRows(killCount: number, signal: AbortSignal): Promise<readonly BenchRow[]> {
  const dir = await mkdtemp(join(tmpdir(), 'hearken-kills-'));
  try {
    const { acknowledgedCount, lost, faults } = await killWriters({
      killCount,
      path: join(dir, 'hearken.db'),
      signal,
    });
    const kinds = recordKinds.join(', ');
    return [
      {
        metric: `acknowledged records lost (${kinds}), ${killCount} × kill -9 while they are written`,
        value: lost.length,
        unit: 'records',
        n: acknowledgedCount,
        target: '0',
        met: lost.length === 0,
      },
      {
        metric: 'faults in the chain of the audit log after them',
        value: faults.length,
        unit: 'faults',
        n: killCount,
        target: '0',
        met: faults.length === 0,
      },
    ];
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

export const killsTable: BenchTable = {
  name: 'kills',
  description: 'What was acknowledged and is lost when the program is killed while it writes.',
  run: async ({ smoke, signal, progress }) => {
    const killCount = smoke ? smokeKills : 200;
    progress(`${killCount} kills`);
    return { table: 'kills', models: [], notes: [], rows: [...(await killRows(killCount, signal))] };
  },
};
