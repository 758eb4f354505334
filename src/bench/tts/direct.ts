/** The voice engine alone, without a server: what the port adds is the difference. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sleep } from '../../core/abort.ts';
import { systemClock } from '../../core/clock.ts';
import { EngineError } from '../../core/errors.ts';
import type { InstalledModel } from '../../core/installed-model.ts';
import { withSpeechCache } from '../../engines/tts/cache.ts';
import { createTtsEngine } from '../../engines/tts/create.ts';
import type { SpeakOptions, TtsEngine } from '../../engines/tts/engine.ts';
import { ttsOptions } from '../../engines/tts/options.ts';
import { speakStream } from '../../engines/tts/speak-stream.ts';
import { median, quantile } from '../statistics.ts';
import type { BenchRow } from '../report.ts';
import { shortReplies } from './replies.ts';

type Direct = { readonly model: InstalledModel; readonly rounds: number; readonly signal: AbortSignal };

const shortest = 'Done.';

/** Well after a sentence began, well before it ends. */
const inSentenceMs = 5;

const story = 'The lamp in the hall is on, and the one beside the stairs will follow soon. '.repeat(20);

export async function directFigures({ model, rounds, signal }: Direct): Promise<readonly BenchRow[]> {
  const options = ttsOptions.parse({});
  const cacheDir = await mkdtemp(join(tmpdir(), 'hearken-bench-'));
  const engine = await createTtsEngine({ models: [model], options }, { signal });
  await using speech = await withSpeechCache(engine, { cacheDir, cache: options.cache, defaultSpeed: 1 });
  try {
    const texts = Array.from({ length: rounds }, () => shortReplies).flat();
    const synthesis = await eachOf(texts, (text) => speakWhole(speech, text, { signal }));
    const cached = { signal, cacheable: true };
    for (const text of shortReplies) await speakWhole(speech, text, cached);
    const repeated = await eachOf(texts, (text) => speakWhole(speech, text, cached));
    const streamed = await eachOf(texts, (text) => firstOfStream(speech, text, signal));
    const cancelled = await eachOf(shortReplies.slice(0, 5 * rounds), () => cancel(speech, signal));
    const audioMs = synthesis.map((one) => one.audioMs).reduce((sum, each) => sum + each, 0);
    const workMs = synthesis.map((one) => one.totalMs).reduce((sum, each) => sum + each, 0);
    const firsts = (results: readonly { readonly firstMs: number }[]) => results.map((one) => one.firstMs);
    return [
      row('engine alone: text → first samples, p50', median(firsts(synthesis)), synthesis.length),
      row('engine alone: text → first samples, p95', quantile(firsts(synthesis), 0.95), synthesis.length),
      {
        metric: 'engine alone: work per second of speech',
        value: workMs / audioMs,
        unit: 's',
        n: synthesis.length,
      },
      row('engine alone: cached reply → first samples, p50', median(firsts(repeated)), repeated.length, 5),
      row(
        'engine alone: streamed text, end mark → first samples, p95',
        quantile(streamed, 0.95),
        streamed.length,
        200,
      ),
      row(
        'engine alone: abort → voice free for the next text, slowest',
        Math.max(...cancelled),
        cancelled.length,
        500,
      ),
    ];
  } finally {
    await rm(cacheDir, { recursive: true, force: true });
  }
}

function row(metric: string, value: number, n: number, bound?: number): BenchRow {
  const target = bound === undefined ? {} : { target: `≤ ${bound}`, met: value <= bound };
  return { metric, value, unit: 'ms', n, ...target };
}

async function eachOf<T>(texts: readonly string[], measure: (text: string) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (const text of texts) results.push(await measure(text));
  return results;
}

async function speakWhole(engine: TtsEngine, text: string, options: SpeakOptions) {
  const startMs = systemClock.monotonicMs();
  let firstMs: number | undefined;
  let audioMs = 0;
  for await (const { samples, rateHz } of engine.speak(text, options)) {
    firstMs ??= systemClock.monotonicMs() - startMs;
    audioMs += (samples.length / rateHz) * 1_000;
  }
  if (firstMs === undefined) throw new EngineError('ENGINE_FAILED', 'the voice was silent');
  return { firstMs, audioMs, totalMs: systemClock.monotonicMs() - startMs };
}

/** From the piece that holds the end mark to the first sound; the text goes on only after it. */
async function firstOfStream(engine: TtsEngine, text: string, signal: AbortSignal): Promise<number> {
  let markMs = Number.NaN;
  let heard: () => void = () => undefined;
  const firstSound = new Promise<void>((resolve) => (heard = resolve));
  async function* pieces(): AsyncGenerator<string, void> {
    yield text.slice(0, 7);
    yield text.slice(7, -1);
    markMs = systemClock.monotonicMs();
    yield text.slice(-1);
    await firstSound;
    yield ' That';
    yield ' is all.';
  }
  let firstMs: number | undefined;
  for await (const { samples } of speakStream(engine, pieces(), { signal })) {
    if (samples.length > 0) firstMs ??= systemClock.monotonicMs() - markMs;
    heard();
  }
  return firstMs ?? Number.NaN;
}

/** Aborts within the second sentence: ms that the next text has to wait longer for it than without. */
async function cancel(engine: TtsEngine, signal: AbortSignal): Promise<number> {
  const leaving = new AbortController();
  const speaking = engine.speak(story, { signal: AbortSignal.any([signal, leaving.signal]) });
  const iterator = speaking[Symbol.asyncIterator]();
  await iterator.next();
  const second = Promise.allSettled([iterator.next()]);
  await sleep(inSentenceMs, signal);
  leaving.abort();
  await second;
  const after = await speakWhole(engine, shortest, { signal });
  const alone = await speakWhole(engine, shortest, { signal });
  return Math.max(0, after.firstMs - alone.firstMs);
}
