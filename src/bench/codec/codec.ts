/** Table `codec`: how many audio events one connection carries, beside the Python library in the same run. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { abortable } from '../../core/abort.ts';
import { EngineError } from '../../core/errors.ts';
import { startCodecPeer } from './peer.ts';
import { codecRun, type CodecRun, isComplete } from './stream.ts';
import type { BenchOptions, BenchReport, BenchRow, BenchTable } from '../report.ts';
import { median } from '../statistics.ts';

export type CodecRuns = { readonly ours: readonly CodecRun[]; readonly peer: readonly CodecRun[] };

const ratioTarget = 3;

/** Medians of both sides and their ratio, which alone is held against the target: it is free of the machine. */
export function codecRows({ ours, peer }: CodecRuns): BenchRow[] {
  const perSecond = (runs: readonly CodecRun[]) =>
    median(runs.map(({ events, elapsedMs }) => (events / elapsedMs) * 1_000));
  const cpuMicroseconds = (runs: readonly CodecRun[]) =>
    median(runs.map(({ events, cpuMs }) => (cpuMs / events) * 1_000));
  const n = ours.length;
  const ratio = perSecond(ours) / perSecond(peer);
  return [
    { metric: '2 KiB audio events, wyoming-ts', value: perSecond(ours), unit: 'events/s', n },
    { metric: '2 KiB audio events, Python wyoming', value: perSecond(peer), unit: 'events/s', n },
    {
      metric: 'events per second against Python',
      value: ratio,
      unit: '×',
      n,
      target: `≥ ${ratioTarget}`,
      met: ratio >= ratioTarget,
    },
    { metric: 'CPU time per event, wyoming-ts', value: cpuMicroseconds(ours), unit: 'µs', n },
    { metric: 'CPU time per event, Python wyoming', value: cpuMicroseconds(peer), unit: 'µs', n },
  ];
}

const replayEntry = fileURLToPath(new URL('./replay.js', import.meta.url));
const serverEntry = fileURLToPath(new URL('./server.js', import.meta.url));

async function message(child: ChildProcess, signal: AbortSignal): Promise<unknown> {
  const gone = new AbortController();
  child.once('exit', () =>
    gone.abort(new EngineError('ENGINE_FAILED', 'a child process of the bench ended')),
  );
  const [value]: unknown[] = await once(child, 'message', {
    signal: AbortSignal.any([signal, gone.signal]),
  }).catch((error: unknown) => {
    throw gone.signal.aborted ? gone.signal.reason : error;
  });
  return value;
}

async function replay(uri: string, eventCount: number, signal: AbortSignal): Promise<CodecRun> {
  const child = fork(replayEntry, [uri, String(eventCount)]);
  const exited = once(child, 'exit');
  try {
    const result = codecRun.parse(await message(child, signal));
    if (!isComplete(result, eventCount))
      throw new EngineError('ENGINE_FAILED', 'a server lost audio', { details: result });
    return result;
  } finally {
    child.kill();
    await exited;
  }
}

async function run({ peersDir, smoke, signal, progress }: BenchOptions): Promise<BenchReport> {
  const [runCount, eventCount] = smoke ? [1, 5_000] : [5, 50_000];
  const peer = await startCodecPeer(peersDir, signal);
  const server = fork(serverEntry);
  try {
    const uris = { ours: z.string().parse(await message(server, signal)), peer: peer.uri };
    const runs: Record<keyof CodecRuns, CodecRun[]> = { ours: [], peer: [] };
    for (const side of ['ours', 'peer'] as const) await replay(uris[side], eventCount, signal);
    for (let round = 0; round < runCount; round += 1)
      for (const side of ['ours', 'peer'] as const) {
        progress(`codec: run ${round + 1} of ${runCount}, ${side}`);
        runs[side].push(await replay(uris[side], eventCount, signal));
      }
    return {
      table: 'codec',
      models: [],
      notes: [
        `one connection over loopback, ${eventCount} events per run, bytes replayed by a third process`,
        'both sides hand typed events to their handler; ours validates every field; one run each before counting',
        ...(smoke ? ['a smoke run is too short to be judged: our side is not even compiled by then'] : []),
      ],
      rows: codecRows(runs),
    };
  } finally {
    for (const child of [server, peer.child]) {
      const exited = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
      child.kill();
      await abortable(Promise.resolve(exited), AbortSignal.timeout(5_000));
    }
  }
}

export const codecTable: BenchTable = {
  name: 'codec',
  description: 'Wyoming codec and connection: audio events per second, beside the Python library.',
  run,
};
