/** Runs one job of the wake bench in a process of its own, so that CPU time and lateness are those of wake alone. */
import '../../core/no-telemetry.ts';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { readWavMono } from '../../audio/wav.ts';
import { createWakeEngine } from '../../engines/wake/create.ts';
import type { WakeEngineSpec } from '../../engines/wake/create.ts';
import type { WakeEngine } from '../../engines/wake/engine.ts';
import type { WakeJob } from './wake-job.ts';

export type WakeChildJob = WakeJob & { readonly spec: WakeEngineSpec };

const frameSamples = 1_280;
const frameMs = 80;

async function listen(engine: WakeEngine, audio: AsyncIterable<Int16Array>): Promise<number> {
  const { signal } = new AbortController();
  let count = 0;
  for await (const _ of engine.listen(audio, { signal })) count += 1;
  return count;
}

async function* all(frames: readonly Int16Array[]): AsyncGenerator<Int16Array> {
  yield* frames;
}

async function cpu(engine: WakeEngine, frames: readonly Int16Array[], warmup: number) {
  await listen(engine, all(frames.slice(0, warmup)));
  const before = process.cpuUsage();
  const detections = await listen(engine, all(frames));
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: (user + system) / 1_000 / frames.length, frames: frames.length, detections };
}

async function streams(engine: WakeEngine, frames: readonly Int16Array[], count: number, seconds: number) {
  await listen(engine, all(frames.slice(0, 125)));
  const ticks = Math.floor((seconds * 1_000) / frameMs);
  const startMs = performance.now() + 200;
  let late = 0;
  /** One satellite: a frame is late when the engine has not done with it before the next one arrives. */
  async function* paced(index: number): AsyncGenerator<Int16Array> {
    for (let tick = 0; tick < ticks; tick += 1) {
      const arrivalMs = startMs + frameMs * (tick + index / count);
      const restMs = arrivalMs - performance.now();
      if (restMs > 0) await wait(restMs);
      const frame = frames[(tick + 7 * index) % frames.length];
      if (frame) yield frame;
      if (performance.now() > arrivalMs + frameMs) late += 1;
    }
  }
  await Promise.all(Array.from({ length: count }, (_, index) => listen(engine, paced(index))));
  return { late, ticks: ticks * count };
}

async function run(job: WakeChildJob): Promise<unknown> {
  const pcm = readWavMono(await readFile(job.wav));
  const frames = Array.from({ length: Math.floor(pcm.length / frameSamples) }, (_, index) =>
    pcm.subarray(index * frameSamples, (index + 1) * frameSamples),
  );
  await using engine = await createWakeEngine(job.spec);
  return job.mode === 'cpu'
    ? await cpu(engine, frames, job.warmup)
    : await streams(engine, frames, job.count, job.seconds);
}

const asked: WakeChildJob = JSON.parse(process.argv.at(-1) ?? '');
process.stdout.write(`${JSON.stringify(await run(asked))}\n`);
