/** Table `phrases`: typed phrases heard and misheard, without training. */
import { join } from 'node:path';
import { EngineError } from '../../core/errors.ts';
import type { InstalledModel } from '../../core/installed-model.ts';
import { frameMs } from '../../engines/wake/backend.ts';
import { nameOfPhrase } from '../../engines/wake/names.ts';
import { loadCatalog } from '../../model-store/catalog.ts';
import { modelDirectories, packageDirectory } from '../../model-store/model-directories.ts';
import { resolveModels } from '../../model-store/resolve-models.ts';
import { negatives } from './negatives.ts';
import { placeInRoom, readClips, readRooms, spokenPhrases } from './phrase-clips.ts';
import { phraseBackend, startRun } from './phrase-runs.ts';
import type { BenchOptions, BenchReport, BenchRow, BenchTable } from '../report.ts';
import { poissonUpperBound, wilson } from '../statistics.ts';
import { continuousSpeech, householdMix } from './audio.ts';

const offsetsMs = Array.from({ length: 8 }, (_, index) => index * 40);

/** Four ways of reading them are a little over ten hours. */
const negativeSentenceCount = 3_500;

type Models = { readonly spotter: InstalledModel; readonly voices: readonly InstalledModel[] };

async function installedModels({ modelDirs, signal }: BenchOptions): Promise<Models> {
  const dirs = modelDirectories({ configured: modelDirs, cacheDir: join(packageDirectory, 'models') });
  const { models } = await resolveModels({ dirs, catalog: await loadCatalog(), signal });
  const spotter = models.find(({ engine }) => engine === 'sherpa-kws');
  const voices = models.filter(
    ({ engine, languages }) => engine === 'sherpa-vits' && languages.some((one) => one.startsWith('en')),
  );
  if (!spotter)
    throw new EngineError('MODEL_NOT_INSTALLED', 'no model that spots typed phrases is installed');
  if (voices.length === 0) throw new EngineError('MODEL_NOT_INSTALLED', 'no English voice is installed');
  return { spotter, voices };
}

async function recallRows(spotter: InstalledModel, options: BenchOptions): Promise<BenchRow[]> {
  const { evalDir, smoke, signal } = options;
  const rooms = await readRooms(evalDir);
  const rows: BenchRow[] = [];
  for (const { phrase, folders, target } of smoke ? spokenPhrases.slice(0, 1) : spokenPhrases) {
    options.progress(`recall of "${phrase}"`);
    const clips = (await readClips(evalDir, folders)).slice(0, smoke ? 5 : undefined);
    const backend = await phraseBackend(spotter, [phrase]);
    let heard = 0;
    for (const offsetMs of offsetsMs)
      for (const [index, clip] of clips.entries()) {
        signal.throwIfAborted();
        const room = rooms[index % rooms.length] ?? new Int16Array(1);
        const listening = await startRun(backend);
        const stream = placeInRoom(clip, { room, beforeMs: 2_000 + offsetMs, afterMs: 1_000 });
        // What is heard before the clip began is no hit.
        heard += listening.push(stream).some(({ atMs }) => atMs > 2_000 + offsetMs) ? 1 : 0;
        listening.close();
      }
    await backend.close();
    const share = heard / (clips.length * offsetsMs.length);
    const [low, high] = wilson(share * clips.length, clips.length);
    rows.push({
      metric: `"${phrase}" heard, mean of ${offsetsMs.length} start offsets`,
      value: 100 * share,
      unit: '%',
      n: clips.length,
      interval: [100 * low, 100 * high],
      ...(target !== undefined && { target: `≥ ${target}`, met: 100 * share >= target }),
    });
  }
  return rows;
}

async function falseAcceptRows(models: Models, options: BenchOptions): Promise<BenchRow[]> {
  const { evalDir, smoke, signal } = options;
  const backend = await phraseBackend(
    models.spotter,
    spokenPhrases.map(({ phrase }) => phrase),
  );
  const listening = await startRun(backend);
  const counts = new Map(backend.words.map(({ name }) => [name, 0]));
  const cacheDir = join(packageDirectory, '.cache/bench/speech');
  const sentences = smoke ? 6 : negativeSentenceCount;
  let sampleCount = 0;
  let nextNoteHours = 0;
  for await (const { samples, says, source } of negatives({
    evalDir,
    voices: models.voices,
    cacheDir,
    sentences,
    ...(smoke && { recordings: 10 }),
    signal,
  })) {
    sampleCount += samples.length;
    for (const { name } of listening.push(samples)) {
      if (says !== undefined && nameOfPhrase(says).includes(name)) continue;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      options.progress(`misheard as ${name}: ${source}`);
    }
    const hours = sampleCount / 16_000 / 3_600;
    if (hours >= nextNoteHours) options.progress(`negatives: ${hours.toFixed(1)} h`);
    if (hours >= nextNoteHours) nextNoteHours += 1;
  }
  listening.close();
  await backend.close();
  const hours = sampleCount / 16_000 / 3_600;
  return spokenPhrases.map(({ phrase, target }) => {
    const count = counts.get(nameOfPhrase(phrase)) ?? 0;
    return {
      metric: `"${phrase}" misheard, per hour of ${hours.toFixed(1)} h`,
      value: count / hours,
      unit: '/h',
      n: count,
      interval: [0, poissonUpperBound(count) / hours] as const,
      ...(target !== undefined && !smoke && { target: '≤ 0.5', met: count / hours <= 0.5 }),
    };
  });
}

async function cpuRows(spotter: InstalledModel, options: BenchOptions): Promise<BenchRow[]> {
  const { evalDir, smoke } = options;
  const sounds = [
    ['continuous speech', await continuousSpeech(evalDir, smoke ? 10 : 120)],
    ['household mix (10 % speech)', await householdMix(evalDir, smoke ? 30 : 300)],
  ] as const;
  const backend = await phraseBackend(spotter, ['computer']);
  const rows: BenchRow[] = [];
  for (const [what, samples] of sounds) {
    const listening = await startRun(backend);
    const before = process.cpuUsage();
    listening.push(samples);
    const { user, system } = process.cpuUsage(before);
    listening.close();
    const frames = Math.floor(samples.length / 16 / frameMs);
    const value = (user + system) / 1_000 / frames;
    rows.push({ metric: `CPU per ${frameMs} ms frame, one phrase, ${what}`, value, unit: 'ms', n: frames });
  }
  await backend.close();
  return rows;
}

async function run(options: BenchOptions): Promise<BenchReport> {
  const models = await installedModels(options);
  const rows = [
    ...(await recallRows(models.spotter, options)),
    ...(await cpuRows(models.spotter, options)),
    ...(await falseAcceptRows(models, options)),
  ];
  return {
    table: 'phrases',
    models: [models.spotter, ...models.voices].map(({ id }) => id),
    notes: [
      'recall: each clip in a stream, 2 s of room noise before and 1 s after, at start offsets 40 ms apart; interval: Wilson, over clips',
      `false accepts: one stream listens for all ${spokenPhrases.length} phrases; the upper end of the interval is the 95 % bound (Poisson)`,
    ],
    rows,
  };
}

export const phrasesTable: BenchTable = {
  name: 'phrases',
  description: 'typed phrases: recall, false accepts per hour, CPU time',
  run,
};
