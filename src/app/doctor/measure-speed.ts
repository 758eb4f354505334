/** How fast the engines are on this machine, measured with the program's own voice as the recording. */
import { createConverter } from '../../audio/converter.ts';
import { concatSamples } from '../../audio/chunk.ts';
import { bytesFromInt16 } from '../../audio/pcm.ts';
import { paced } from '../../client/pace.ts';
import type { Config } from '../../config/schema.ts';
import { systemClock } from '../../core/clock.ts';
import { silentLogger } from '../../core/log.ts';
import type { SpeedMeasurement } from '../../doctor/proposal.ts';
import { Engines } from '../engines/engines.ts';

const sentence = 'Turn on the lights in the living room.';
const rateHz = 16_000;

/** One utterance through each engine that is installed: speech first, because the others hear it. */
export async function* measureSpeed(
  config: Config,
  { signal }: { readonly signal: AbortSignal },
): AsyncGenerator<SpeedMeasurement, void> {
  const engines = await Engines.start(config, { log: silentLogger, signal });
  const { host, places, plan } = engines;
  try {
    await engines.settled({ signal });
    const modelId = (kind: string): string =>
      plan.specs.find((spec) => spec.kind === kind)?.spec.models[0]?.id ?? kind;
    const isReady = (kind: 'stt' | 'tts' | 'wake'): boolean => host.status[kind].value.state === 'ready';
    // The others hear it, also where another machine speaks.
    if (places.status('tts').state !== 'ready') return;
    const speech = await speak(places.tts.speak(sentence, { signal }));
    const spokenMs = (speech.samples.length / rateHz) * 1000;
    if (isReady('tts')) {
      yield {
        job: 'tts',
        modelId: modelId('tts'),
        latencyMs: speech.firstMs,
        realTimeFactor: speech.totalMs / spokenMs,
      };
    }
    if (isReady('stt')) {
      const workMs = await timed(
        host.stt.transcribe(paced(speech.samples, { rateHz, realTime: false, signal }), { signal }),
      );
      // What is left after the last word is one frame's work: the rest was done while the person spoke.
      yield {
        job: 'stt',
        modelId: modelId('stt'),
        latencyMs: (workMs / spokenMs) * tailMs,
        realTimeFactor: workMs / spokenMs,
      };
    }
    if (isReady('wake')) {
      const workMs = await timed(
        host.wake.listen(paced(speech.samples, { rateHz, realTime: false, signal }), { signal }),
      );
      yield { job: 'wake', modelId: modelId('wake'), latencyMs: 0, realTimeFactor: workMs / spokenMs };
    }
  } finally {
    await engines.close();
  }
}

/** Audio that is decoded after the end: the recogniser looks this far ahead. */
const tailMs = 400;

type Spoken = { readonly samples: Int16Array; readonly firstMs: number; readonly totalMs: number };

async function speak(
  chunks: AsyncIterable<{ readonly samples: Int16Array; readonly rateHz: number }>,
): Promise<Spoken> {
  const startMs = systemClock.monotonicMs();
  let firstMs = Number.NaN;
  const parts: Int16Array[] = [];
  let converter: ReturnType<typeof createConverter> | undefined;
  for await (const chunk of chunks) {
    if (converter === undefined) firstMs = systemClock.monotonicMs() - startMs;
    converter ??= createConverter({ rateHz: chunk.rateHz, widthBytes: 2, channels: 1 });
    parts.push(converter.push(bytesFromInt16(chunk.samples)));
  }
  const totalMs = systemClock.monotonicMs() - startMs;
  if (converter) parts.push(converter.end());
  return { samples: concatSamples(parts), firstMs, totalMs };
}

async function timed(results: AsyncIterable<unknown>): Promise<number> {
  const startMs = systemClock.monotonicMs();
  const iterator = results[Symbol.asyncIterator]();
  while ((await iterator.next()).done !== true);
  return systemClock.monotonicMs() - startMs;
}
