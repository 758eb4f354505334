/** Table `stt`: how soon and how rightly commands are heard, beside wyoming-faster-whisper with the same model. */
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { EngineError } from '../../core/errors.ts';
import type { InstalledModel } from '../../core/installed-model.ts';
import { commandPhrases } from '../../engines/stt/command-phrases.ts';
import { createSttEngine } from '../../engines/stt/create.ts';
import { sttOptions } from '../../engines/stt/options.ts';
import { demoNames } from '../../home/demo/house.ts';
import { loadCatalog } from '../../model-store/catalog.ts';
import { modelsFor } from '../../model-store/find-model.ts';
import { modelDirectories, packageDirectory } from '../../model-store/model-directories.ts';
import { resolveModels } from '../../model-store/resolve-models.ts';
import { readAudioFile } from '../recordings.ts';
import type { BenchOptions, BenchReport, BenchTable } from '../report.ts';
import { serveApp } from '../process/served-app.ts';
import { accuracyRows, hearAt } from './accuracy.ts';
import { commandClips, paddings } from './clips.ts';
import { latencyRows } from './latency.ts';
import { startSttPeer } from './peer.ts';

/** A room with a fan, 20 s. */
const roomNoise = 'noise/room_8.flac';
const smokeClips = 3;

async function models({ modelDirs: configured, signal }: BenchOptions): Promise<{
  readonly speech: InstalledModel;
  readonly vad: InstalledModel;
}> {
  const dirs = modelDirectories({ configured, cacheDir: join(packageDirectory, 'models') });
  const inventory = await resolveModels({ dirs, catalog: await loadCatalog(), signal });
  const [speech] = modelsFor(inventory, 'sherpa-online-transducer', 'en');
  const [vad] = modelsFor(inventory, 'silero-vad');
  if (!speech || !vad)
    throw new EngineError('MODEL_NOT_INSTALLED', 'no English streaming model with Silero VAD is installed');
  return { speech, vad };
}

async function run(options: BenchOptions): Promise<BenchReport> {
  const { evalDir, signal, smoke, progress } = options;
  const { speech, vad } = await models(options);
  const load = loadavg()[0]?.toFixed(1);
  const clips = await commandClips(evalDir, smoke ? smokeClips : Infinity);
  const framings = paddings(await readAudioFile(join(evalDir, roomNoise)));
  progress('starting wyoming-faster-whisper …');
  await using peer = await startSttPeer({ model: speech, peersDir: options.peersDir, signal });
  progress('word errors …');
  await using engine = await createSttEngine({ models: [speech], vad, options: sttOptions.parse({}) });
  const hints = { names: demoNames, terms: commandPhrases('en') };
  const accuracy = await accuracyRows(engine, hints, {
    clips,
    paddings: smoke ? framings.slice(0, 1) : framings,
    peer: hearAt(peer.uri, signal),
    signal,
  });
  progress('latency, in real time …');
  await using app = await serveApp({ models: options.modelDirs.join(',') }, { signal });
  const latency = await latencyRows({ ours: app.uri, peer: peer.uri, clips, rounds: 1, signal });
  return {
    table: sttTable.name,
    models: [speech.id, vad.id],
    notes: [
      'peer: wyoming-faster-whisper (test/peers/faster-whisper.txt), its streaming sherpa-onnx backend, same model, its own defaults',
      `hints: ${hints.names.length} names of the demo home, ${hints.terms.length} word pairs of Assist's commands`,
      `${availableParallelism()} cores, load average ${load} at the start`,
    ],
    rows: [...latency, ...accuracy],
  };
}

export const sttTable: BenchTable = {
  name: 'stt',
  description: 'latency and word errors of recorded commands beside wyoming-faster-whisper, same model',
  run,
};
