/** What it costs a turn that its action is on record, on this machine's disk, before the reply. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditWriter } from '../../agent/audit/audit-writer.ts';
import { newSigningKey, readSigningKey } from '../../agent/audit/signing.ts';
import { outcomeOf } from '../../agent/outcome-of.ts';
import type { Agent } from '../../agent/agent.ts';
import { type AuditLog, noAudit } from '../../agent/ports/audit-log.ts';
import { createHomeAgent } from '../../app/agent/home-agent.ts';
import { memoryStores } from '../../app/data/stores.ts';
import { sleep } from '../../core/abort.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import type { Home } from '../../home/home.ts';
import { openStore } from '../../store/open-store.ts';
import { connectDemo } from '../demo-connection.ts';
import type { BenchOptions, BenchRow } from '../report.ts';
import { quantile } from '../statistics.ts';

/** A lamp answers in 80 to 250 ms; here in a third of that, so that the disk has less time than in any house. */
const pace = 0.3;
const pauseMs = 60;
const turnCount = 200;
const smokeTurnCount = 10;
const targetMs = 1;

export async function measureAudit(options: BenchOptions): Promise<readonly BenchRow[]> {
  options.progress('the record of what is done …');
  const dir = await mkdtemp(join(tmpdir(), 'hearken-bench-'));
  const clock = systemClock;
  try {
    await using store = await openStore({ path: join(dir, 'hearken.db'), clock });
    const key = readSigningKey(newSigningKey());
    await using audit = new AuditWriter({ store: store.audit, key, clock, onHealth: () => undefined });
    await using connected = await connectDemo({ pace }, options);
    return await measure(connected.home, audit, clock, options);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/**
 * The same turns with and without the record, turn about, in one run. What the record adds is taken inside each turn,
 * because the lamp's own time differs from turn to turn by more: what the log takes of the processor while the turn
 * runs, and what is waited for it once the lamp has answered.
 */
async function measure(
  home: Home,
  audit: AuditLog,
  clock: Clock,
  { smoke, signal }: BenchOptions,
): Promise<readonly BenchRow[]> {
  const watched = new WatchedLog(audit, clock);
  const stores = memoryStores(clock);
  const agents = [
    createHomeAgent({ home, clock, stores, audit: noAudit }),
    createHomeAgent({ home, clock, stores, audit: watched }),
  ] as const;
  let changedAtMs = 0;
  home.watch(() => (changedAtMs = clock.monotonicMs()));
  /** From the lamp's answer to the reply. */
  const tailMs = async (agent: Agent, turnId: string, text: string): Promise<number> => {
    await outcomeOf(agent.respond({ turnId, text, language: 'en', channel: 'cli' }, { signal }));
    return clock.monotonicMs() - changedAtMs;
  };
  const added: number[] = [];
  const differences: number[] = [];
  const n = smoke ? smokeTurnCount : turnCount;
  for (let turn = 0; turn < n; turn += 1) {
    const tails = { with: 0, without: 0 };
    const [first, second] = turn % 2 === 0 ? agents : agents.toReversed();
    for (const [agent, word] of [
      [first, 'on'],
      [second, 'off'],
    ] as const) {
      if (agent === undefined) continue;
      watched.begin();
      const passedMs = await tailMs(agent, `${turn} ${word}`, `turn ${word} the desk lamp`);
      tails[agent === agents[1] ? 'with' : 'without'] = passedMs;
      if (agent === agents[1]) added.push(watched.addedSince(changedAtMs));
      // What is written after the reply must not fall into the next turn.
      await sleep(pauseMs, signal);
    }
    differences.push(tails.with - tails.without);
  }
  const value = quantile(added, 0.95);
  const metric = 'audit write on the request path';
  return [
    {
      ...{ metric: `${metric}, p95 added to a turn`, value, unit: 'ms', n },
      ...{ target: `≤ ${targetMs}`, met: value <= targetMs },
    },
    { metric: `${metric}, p50 added to a turn`, value: quantile(added, 0.5), unit: 'ms', n },
    {
      metric: `${metric}: the same turn with and without, p50 of the differences`,
      value: quantile(differences, 0.5),
      unit: 'ms',
      n,
    },
  ];
}

/** A log that tells what a turn gave it. */
class WatchedLog implements AuditLog {
  readonly #log: AuditLog;
  readonly #clock: Clock;
  #busyMs = 0;
  #keptAtMs = 0;

  constructor(log: AuditLog, clock: Clock) {
    this.#log = log;
    this.#clock = clock;
  }

  begin(): void {
    this.#busyMs = 0;
    this.#keptAtMs = 0;
  }

  /** What held this turn up, in ms, when all else was done at this moment. */
  addedSince(doneAtMs: number): number {
    return this.#busyMs + Math.max(0, this.#keptAtMs - doneAtMs);
  }

  async record(entries: Parameters<AuditLog['record']>[0]): Promise<void> {
    await this.#timed(() => this.#log.record(entries));
    this.#keptAtMs = this.#clock.monotonicMs();
  }

  recordLater(entries: Parameters<AuditLog['recordLater']>[0]): void {
    this.#timed(() => this.#log.recordLater(entries));
  }

  /** What it does at once: the rest is the store's thread. */
  #timed<T>(work: () => T): T {
    const startMs = this.#clock.monotonicMs();
    try {
      return work();
    } finally {
      this.#busyMs += this.#clock.monotonicMs() - startMs;
    }
  }
}
