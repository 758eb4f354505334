/** What it costs a turn that its action is on record, on this machine's disk, before the reply. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditWriter } from '../agent/audit/audit-writer.ts';
import { newSigningKey, readSigningKey } from '../agent/audit/signing.ts';
import { outcomeOf } from '../agent/outcome-of.ts';
import type { Agent } from '../agent/agent.ts';
import { createHomeAgent } from '../app/agent.ts';
import { memoryStores } from '../app/stores.ts';
import { sleep } from '../core/abort.ts';
import { systemClock } from '../core/clock.ts';
import { openStore } from '../store/open-store.ts';
import { connectDemo } from './demo-connection.ts';
import type { BenchOptions, BenchRow } from './report.ts';
import { quantile } from './statistics.ts';

/** A lamp answers in 80 to 250 ms; here in a third of that, so that the disk has less time than in any house. */
const pace = 0.3;
const pauseMs = 100;
const turnCount = 200;
const smokeTurnCount = 10;
const targetMs = 1;

/** With and without the record turn about, in one run: what else the machine does falls on both. */
export async function measureAudit({ smoke, signal, progress }: BenchOptions): Promise<readonly BenchRow[]> {
  progress('the record of what is done …');
  const dir = await mkdtemp(join(tmpdir(), 'hearken-bench-'));
  const clock = systemClock;
  try {
    await using store = await openStore({ path: join(dir, 'hearken.db'), clock });
    const key = readSigningKey(newSigningKey());
    await using audit = new AuditWriter({ store: store.audit, key, clock, onHealth: () => undefined });
    await using connected = await connectDemo({ pace }, { signal });
    const { home } = connected;
    const stores = memoryStores(clock);
    const plain = createHomeAgent({ home, clock, stores });
    const recorded = createHomeAgent({ home, clock, stores, audit });
    let changedAtMs = 0;
    home.watch(() => (changedAtMs = clock.monotonicMs()));
    /** From the lamp's answer to the reply: what the lamp itself takes would drown the rest. */
    const tailMs = async (agent: Agent, turnId: string, text: string): Promise<number> => {
      await outcomeOf(agent.respond({ turnId, text, language: 'en', channel: 'cli' }, { signal }));
      const passedMs = clock.monotonicMs() - changedAtMs;
      // What is written after the reply must not fall into the next turn.
      await sleep(pauseMs, signal);
      return passedMs;
    };
    const plainMs: number[] = [];
    const recordedMs: number[] = [];
    const n = smoke ? smokeTurnCount : turnCount;
    for (let turn = 0; turn < n; turn += 1) {
      const isPlainFirst = turn % 2 === 0;
      for (const [isPlain, word] of [
        [isPlainFirst, 'on'],
        [!isPlainFirst, 'off'],
      ] as const) {
        const agent = isPlain ? plain : recorded;
        const passedMs = await tailMs(agent, `${turn} ${word}`, `turn ${word} the desk lamp`);
        (isPlain ? plainMs : recordedMs).push(passedMs);
      }
    }
    const added = quantile(recordedMs, 0.95) - quantile(plainMs, 0.95);
    return [
      {
        metric: 'audit write on the request path, p95 added to a turn',
        value: added,
        unit: 'ms',
        n,
        target: `≤ ${targetMs}`,
        met: added <= targetMs,
      },
      { metric: 'the same, p50', value: quantile(recordedMs, 0.5) - quantile(plainMs, 0.5), unit: 'ms', n },
    ];
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
