/** A speech-to-text worker killed with SIGKILL in the middle of a sentence, again and again. */
import { transcribe, type Transcription } from '../../client/voice-client.ts';
import { sleep } from '../../core/abort.ts';
import { spokenCommands } from '../spoken-commands.ts';
import type { BenchOptions, BenchRow } from '../report.ts';
import { type ServedApp, serveApp } from '../process/served-app.ts';
import { median, quantile } from '../statistics.ts';

/** Silence a satellite still sends after the last word. */
const tailSamples = 6_400;
const samplesPerMs = 16;
/** The main one tries a lost worker twice a second. */
const reconnectMs = 1_500;

export async function killedRows(options: BenchOptions): Promise<readonly BenchRow[]> {
  const { signal } = options;
  const killCount = options.smoke ? 2 : 50;
  const flags = { models: options.modelDirs.join(','), only: 'stt', zeroconf: 'off' };
  const clips = await spokenCommands(options, { tailSamples });
  let worker = await serveApp(flags, options);
  const workerFlags = { ...flags, port: new URL(worker.uri).port };
  await using front = await serveApp({ ...flags, 'stt-engines': `${worker.uri},local` }, options);
  const times: number[] = [];
  let lost = 0;
  let changed = 0;
  try {
    for (let kill = 0; kill < killCount; kill += 1) {
      options.progress(`killed ${kill} of ${killCount}`);
      const clip = clips[kill % clips.length] ?? new Int16Array(16_000);
      const whole = await transcribe(front.uri, clip, { signal, realTime: false });
      // Anywhere between the first and the last tenth of the sentence.
      const share = 0.1 + (0.8 * ((kill * 7) % 10)) / 9;
      const heard = await transcribeAndKill(front, worker, clip, share, signal);
      if (!heard) lost += 1;
      else {
        times.push(heard.afterStopMs);
        if (heard.text !== whole.text) changed += 1;
      }
      await worker[Symbol.asyncDispose]();
      worker = await serveApp(workerFlags, options);
      await sleep(reconnectMs, signal);
    }
  } finally {
    await worker[Symbol.asyncDispose]();
  }
  const row = (metric: string, value: number, unit: string, n: number): BenchRow => ({
    metric,
    value,
    unit,
    n,
  });
  return [
    {
      ...row('worker killed in mid-sentence: turns lost', lost, '', killCount),
      target: '0',
      met: lost === 0,
    },
    row('  sentences understood differently', changed, '', times.length),
    row('  audio-stop → transcript of the repetition, p50', median(times), 'ms', times.length),
    row('  audio-stop → transcript of the repetition, p95', quantile(times, 0.95), 'ms', times.length),
  ];
}

async function transcribeAndKill(
  front: ServedApp,
  worker: ServedApp,
  clip: Int16Array,
  share: number,
  signal: AbortSignal,
): Promise<Transcription | undefined> {
  const killing = sleep((clip.length / samplesPerMs) * share, signal).then(() => worker.kill());
  try {
    return await transcribe(front.uri, clip, { signal, realTime: true });
  } catch {
    signal.throwIfAborted();
    return undefined;
  } finally {
    await killing;
  }
}
