/** Table `tts`: how soon a short reply is heard, beside wyoming-piper with the same voice in the same run. */
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../../client/voice-client.ts';
import { sleep } from '../../core/abort.ts';
import { EngineError } from '../../core/errors.ts';
import type { InstalledModel } from '../../core/installed-model.ts';
import { loadCatalog } from '../../model-store/catalog.ts';
import { modelsFor } from '../../model-store/find-model.ts';
import { modelDirectories, packageDirectory } from '../../model-store/model-directories.ts';
import { resolveModels } from '../../model-store/resolve-models.ts';
import type { BenchOptions, BenchReport, BenchRow, BenchTable } from '../report.ts';
import { serveApp } from '../process/served-app.ts';
import { median, quantile } from '../statistics.ts';
import { directFigures } from './direct.ts';
import { startPiper } from './peer.ts';
import { shortReplies } from './replies.ts';

/** The other side's threads spin on for a moment after their work: each is asked when the machine is idle again. */
const restMs = 100;

/** Requests to each side before anything counts: both load their voice with the first. */
const warmUpCount = 5;

async function defaultVoice({ modelDirs: configured, signal }: BenchOptions): Promise<InstalledModel> {
  const dirs = modelDirectories({ configured, cacheDir: join(packageDirectory, 'models') });
  const inventory = await resolveModels({ dirs, catalog: await loadCatalog(), signal });
  const [voice] = modelsFor(inventory, 'sherpa-vits', 'en');
  if (!voice) throw new EngineError('MODEL_NOT_INSTALLED', 'no English voice of sherpa-onnx is installed');
  return voice;
}

export type Sides = { readonly ours: string; readonly peer: string };

/** Ms from `synthesize` to the first `audio-chunk`, the two sides in turns, each first every other time. */
export async function firstSounds(
  uris: Sides,
  {
    voice,
    rounds,
    signal,
  }: { readonly voice: string; readonly rounds: number; readonly signal: AbortSignal },
): Promise<Record<keyof Sides, number[]>> {
  const times: Record<keyof Sides, number[]> = { ours: [], peer: [] };
  const ask = async (side: keyof Sides, text: string): Promise<number> =>
    (await synthesize(uris[side], text, { voice, signal })).firstAudioMs;
  for (const text of shortReplies.slice(0, warmUpCount)) {
    await ask('ours', text);
    await ask('peer', text);
  }
  for (let round = 0; round < rounds; round += 1)
    for (const [index, text] of shortReplies.entries()) {
      const order = (index + round) % 2 === 0 ? (['ours', 'peer'] as const) : (['peer', 'ours'] as const);
      for (const side of order) {
        await sleep(restMs, signal);
        times[side].push(await ask(side, text));
      }
    }
  return times;
}

function rowsOf({ ours, peer }: Record<keyof Sides, number[]>): BenchRow[] {
  const n = ours.length;
  const bounds = { p50: 60, p95: 110 } as const;
  return (['p50', 'p95'] as const).flatMap((name) => {
    const at = (times: readonly number[]) => (name === 'p50' ? median(times) : quantile(times, 0.95));
    const [own, other, bound] = [at(ours), at(peer), bounds[name]];
    const metric = `synthesize → first audio-chunk, ${name}`;
    return [
      { metric, value: own, unit: 'ms', n, target: `≤ ${bound}`, met: own <= bound },
      { metric: `${metric}, wyoming-piper`, value: other, unit: 'ms', n },
      {
        metric: `${metric}, ours / peer`,
        value: own / other,
        unit: '×',
        n,
        target: '≤ 1.25',
        met: own <= 1.25 * other,
      },
    ];
  });
}

async function run(options: BenchOptions): Promise<BenchReport> {
  const { signal, smoke, progress } = options;
  const voice = await defaultVoice(options);
  const rounds = smoke ? 1 : 5;
  const load = loadavg()[0]?.toFixed(1);
  progress('the engine alone …');
  const direct = await directFigures({ model: voice, rounds, signal });
  progress('beside wyoming-piper …');
  await using peer = await startPiper({ voice, peersDir: options.peersDir, signal });
  await using app = await serveApp({ models: options.modelDirs.join(',') }, { signal });
  const beside = await firstSounds({ ours: app.uri, peer: peer.uri }, { voice: voice.id, rounds, signal });
  return {
    table: 'tts',
    models: [voice.id],
    notes: [
      `peer: wyoming-piper (test/peers/piper.txt), same voice file, onnxruntime's own number of threads; in turns with ours`,
      `${shortReplies.length} replies of three to eight words, ${rounds} rounds, a connection per request as Home Assistant makes them`,
      `${availableParallelism()} cores, load average ${load} at the start`,
    ],
    rows: [...rowsOf(beside), ...direct],
  };
}

export const ttsTable: BenchTable = {
  name: 'tts',
  description:
    'time to the first sound of a short reply beside wyoming-piper; cache, streaming, cancellation',
  run,
};
