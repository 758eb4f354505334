/** Table `load`: how fast speech becomes text while the machine is busy, and what that does to the event loop. */
import { setMaxListeners } from 'node:events';
import { listen, synthesize, transcribe } from '../client/voice-client.ts';
import { concatSamples } from '../audio/chunk.ts';
import { systemClock } from '../core/clock.ts';
import { listRecordings, readRecording } from './recordings.ts';
import type { BenchOptions, BenchReport, BenchRow, BenchTable } from './report.ts';
import { serveApp } from './process/served-app.ts';
import { median, quantile } from './statistics.ts';

/** The busy household of the table: all of it at once, for the whole measurement. */
const household = { transcriptions: 4, syntheses: 2, wakeStreams: 10 } as const;

/** Silence a satellite still sends after the last word. */
const tailSamples = 6_400;

const replies = [
  'The kitchen lights are on.',
  'I have set the living room to twenty one degrees.',
  'The front door is locked and the garage is closed.',
];

type Clip = { readonly name: string; readonly samples: Int16Array };

async function loadClips(options: BenchOptions): Promise<readonly Clip[]> {
  const recordings = await listRecordings(options.evalDir, ['commands/ha-en-real', 'commands/ha-en-tts']);
  const spoken = recordings.filter((recording) => !recording.oov);
  const chosen = options.smoke ? spoken.slice(0, 8) : spoken;
  return await Promise.all(
    chosen.map(async (recording) => ({
      name: recording.file,
      samples: concatSamples([await readRecording(options.evalDir, recording), new Int16Array(tailSamples)]),
    })),
  );
}

/** Runs the task again and again until stopped; ends with the first failure. */
async function repeat(signal: AbortSignal, task: () => Promise<void>): Promise<void> {
  while (!signal.aborted) await task();
}

/** One after the other: ms from `audio-stop` sent to `transcript` received. */
async function transcribeAll(uri: string, clips: readonly Clip[], signal: AbortSignal): Promise<number[]> {
  const times: number[] = [];
  for (const { samples } of clips)
    times.push((await transcribe(uri, samples, { signal, realTime: true })).afterStopMs);
  return times;
}

/** The rest of the household around the measured transcription. Ends when the signal aborts. */
async function runHousehold(uri: string, clips: readonly Clip[], signal: AbortSignal): Promise<void> {
  const speech = concatSamples(clips.map((clip) => clip.samples));
  const ignoreStop = async (work: Promise<void>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };
  const others = Array.from({ length: household.transcriptions - 1 }, (_, i) =>
    repeat(signal, async () => {
      const clip = clips[(i * 5 + Math.floor(systemClock.monotonicMs() / 1000)) % clips.length];
      if (clip) await transcribe(uri, clip.samples, { signal, realTime: true });
    }),
  );
  const speaking = Array.from({ length: household.syntheses }, (_, i) =>
    repeat(signal, async () => {
      await synthesize(uri, replies[(i + Math.floor(systemClock.monotonicMs())) % replies.length] ?? '', {
        signal,
      });
    }),
  );
  const listening = Array.from({ length: household.wakeStreams }, (_, i) =>
    repeat(signal, async () => {
      const from = Math.floor((speech.length / household.wakeStreams) * i);
      const stream = concatSamples([speech.subarray(from), speech.subarray(0, from)]);
      for await (const heard of listen(uri, stream, { signal, realTime: true })) void heard;
    }),
  );
  await Promise.all([...others, ...speaking, ...listening].map(ignoreStop));
}

function rows(label: string, times: readonly number[], bounds: { p50: number; p95: number }): BenchRow[] {
  const row = (name: string, value: number, bound: number): BenchRow => ({
    metric: `audio-stop → transcript, ${label}, ${name}`,
    value,
    unit: 'ms',
    n: times.length,
    target: `≤ ${bound}`,
    met: value <= bound,
  });
  return [row('p50', median(times), bounds.p50), row('p95', quantile(times, 0.95), bounds.p95)];
}

async function run(options: BenchOptions): Promise<BenchReport> {
  const clips = await loadClips(options);
  await using app = await serveApp({ models: options.modelDirs.join(',') }, options);
  options.progress('idle …');
  const idle = await transcribeAll(app.uri, clips, options.signal);
  options.progress('with the whole household …');
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  // All sixteen clients of the household listen to it.
  setMaxListeners(0, signal);
  let busy: number[] = [];
  const p99 = await app.eventLoopP99Ms(async () => {
    const noise = runHousehold(app.uri, clips, signal);
    const measured = transcribeAll(app.uri, clips, options.signal).finally(() => stop.abort());
    [busy] = await Promise.all([measured, noise]);
  });
  return {
    table: 'load',
    models: ['default configuration'],
    notes: [
      `household: ${household.transcriptions} transcriptions, ${household.syntheses} syntheses, ${household.wakeStreams} wake streams at once, audio paced in real time over the port`,
    ],
    rows: [
      ...rows('idle', idle, { p50: 15, p95: 30 }),
      ...rows('busy', busy, { p50: 50, p95: 100 }),
      {
        metric: 'event-loop delay of the main process, busy, p99',
        value: p99,
        unit: 'ms',
        n: busy.length,
        target: '≤ 20',
        met: p99 <= 20,
      },
    ],
  };
}

export const loadTable: BenchTable = {
  name: 'load',
  description: 'speech to text over the port, idle and in a busy household; event-loop delay',
  run,
};
