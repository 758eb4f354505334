/** Table `system`: how soon the program answers, and what it keeps in memory. */
import { converse, describeServer, synthesize, transcribe, listen } from '../client/voice-client.ts';
import { sleep } from '../core/abort.ts';
import { systemClock } from '../core/clock.ts';
import { freePort } from './process/free-port.ts';
import { listRecordings, readRecording } from './recordings.ts';
import type { BenchOptions, BenchReport, BenchRow, BenchTable } from './report.ts';
import { type ServedApp, serveApp } from './process/served-app.ts';
import { median } from './statistics.ts';

const sentences = [
  'turn on the kitchen light',
  'is the front door locked',
  'turn off the kitchen light',
  'what is the time on mars',
];

/** One turn of each kind in rotation: wake, a command heard, a sentence answered, a reply spoken. */
async function mixedTurns(
  uri: string,
  count: number,
  clips: readonly Int16Array[],
  signal: AbortSignal,
): Promise<void> {
  const options = { signal, realTime: false };
  for (let i = 0; i < count; i += 1) {
    const clip = clips[i % clips.length] ?? new Int16Array(16_000);
    for await (const heard of listen(uri, clip, options)) void heard;
    await transcribe(uri, clip, options);
    const answer = await converse(uri, sentences[i % sentences.length] ?? '', { signal });
    await synthesize(uri, `${answer.text} Turn ${i}.`, { signal });
  }
}

async function startTimes(
  flags: Readonly<Record<string, string>>,
  count: number,
  options: BenchOptions,
): Promise<BenchRow[]> {
  const described: number[] = [];
  const warm: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const port = String(await freePort());
    const [describedMs, started] = await Promise.all([
      untilDescribed(`tcp://127.0.0.1:${port}`, options),
      serveApp({ ...flags, port }, options),
    ]);
    await using app = started;
    described.push(describedMs);
    warm.push(app.startedMs.ready);
  }
  return [
    {
      metric: 'start → describe answered',
      value: median(described),
      unit: 'ms',
      n: count,
      target: '≤ 1000',
      met: median(described) <= 1000,
    },
    {
      metric: 'start → all engines warm',
      value: median(warm),
      unit: 'ms',
      n: count,
      target: '≤ 3000',
      met: median(warm) <= 3000,
    },
  ];
}

/** Between two attempts to connect: what it adds to the time on average is half of it. */
const knockMs = 5;

/** How long it takes from now until the server answers, as somebody outside sees it. */
async function untilDescribed(uri: string, { signal }: BenchOptions): Promise<number> {
  const startMs = systemClock.monotonicMs();
  for (;;) {
    try {
      await describeServer(uri, { signal });
      return systemClock.monotonicMs() - startMs;
    } catch {
      await sleep(knockMs, signal);
    }
  }
}

/** As a household leaves the program after speaking: what is put off to the next pause has happened. */
const pauseMs = 3_000;

async function memoryAfter(app: ServedApp, signal: AbortSignal): Promise<number> {
  await sleep(pauseMs, signal);
  return app.memoryMb();
}

async function memoryRows(
  app: ServedApp,
  turns: number,
  clips: readonly Int16Array[],
  options: BenchOptions,
): Promise<BenchRow[]> {
  options.progress(`${turns} mixed turns …`);
  await mixedTurns(app.uri, turns, clips, options.signal);
  const first = await memoryAfter(app, options.signal);
  options.progress(`${turns} more …`);
  await mixedTurns(app.uri, turns, clips, options.signal);
  const growth = (await memoryAfter(app, options.signal)) - first;
  return [
    {
      metric: `memory of all processes (PSS) after ${turns} mixed turns`,
      value: first,
      unit: 'MB',
      n: 1,
      target: '≤ 400',
      met: first <= 400,
    },
    {
      metric: `growth over the next ${turns}`,
      value: growth,
      unit: 'MB',
      n: 1,
      target: '≤ 10',
      met: growth <= 10,
    },
  ];
}

async function run(options: BenchOptions): Promise<BenchReport> {
  const recordings = await listRecordings(options.evalDir, ['commands/ha-en-tts']);
  const clips = await Promise.all(recordings.map((recording) => readRecording(options.evalDir, recording)));
  const flags = { models: options.modelDirs.join(',') };
  options.progress('starting the program …');
  const start = await startTimes(flags, options.smoke ? 1 : 5, options);
  await using app = await serveApp(flags, options);
  const memory = await memoryRows(app, options.smoke ? 5 : 200, clips, options);
  return { table: 'system', models: ['default configuration'], notes: [], rows: [...start, ...memory] };
}

export const systemTable: BenchTable = { name: 'system', description: 'start times and memory', run };
