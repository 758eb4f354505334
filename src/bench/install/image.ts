/** Table `image`: the container image as `scripts/build-image.sh` made it: its size, its start, a small machine. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { join } from 'node:path';
import { converse, synthesize, transcribe } from '../../client/voice-client.ts';
import { isErrno } from '../../core/errno.ts';
import { packageDirectory } from '../../model-store/model-directories.ts';
import { modelVolume, type RunningImage, startImage } from './image-process.ts';
import type { BenchOptions, BenchReport, BenchRow, BenchTable } from '../report.ts';
import { spokenCommands } from '../spoken-commands.ts';
import { median, quantile } from '../statistics.ts';

export const imageTable: BenchTable = {
  name: 'image',
  description: 'the container image: size, start, and 200 turns with one core and 1 GiB',
  run: measure,
};

const smallMachine = '1G';
const sentences = ['turn on the kitchen light', 'is the front door locked', 'turn off the kitchen light'];

async function measure(options: BenchOptions): Promise<BenchReport> {
  await using models = await modelVolume(options.modelDirs);
  const runner = ['--models', models.path];
  const args = ['--models', '/mnt', '--no-download'];
  const started: RunningImage['startedMs'][] = [];
  for (let round = 0; round < (options.smoke ? 1 : 5); round += 1) {
    options.progress(`start ${round + 1}`);
    await using image = await startImage({ runner, args, signal: options.signal });
    started.push(image.startedMs);
  }
  const start = (name: string, values: readonly number[], most: number): BenchRow => ({
    metric: `container start → ${name}`,
    value: median(values),
    unit: 'ms',
    n: values.length,
    target: `≤ ${most}`,
    met: median(values) <= most,
  });
  const small = await measureSmall({ runner: [...runner, '--memory', smallMachine], args }, options);
  return {
    table: imageTable.name,
    models: ['default configuration'],
    notes: [
      'run by scripts/run-image.sh: read-only root, no rights; unpacked is what `du` counts',
      ...small.notes,
    ],
    rows: [
      ...(await sizeRows()),
      start(
        'describe answered',
        started.map(({ described }) => described),
        1_500,
      ),
      start(
        'every service ready',
        started.map(({ warm }) => warm),
        4_000,
      ),
      ...small.rows,
    ],
  };
}

const maxUnpackedMb = 450;

/** None where an engine keeps the image: its own tools tell the size there. */
async function sizeRows(): Promise<BenchRow[]> {
  const root = join(packageDirectory, '.cache/image/root');
  try {
    const { stdout } = await promisify(execFile)('du', ['-sk', root]);
    const value = (Number(stdout.split('\t')[0]) * 1_024) / 1e6;
    const bound = { target: `≤ ${maxUnpackedMb}`, met: value <= maxUnpackedMb };
    return [{ metric: 'image unpacked, without models', value, unit: 'MB', n: 1, ...bound }];
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return [];
    throw error;
  }
}

type Small = { readonly rows: readonly BenchRow[]; readonly notes: readonly string[] };

/** Turns one after the other: a command heard, understood and carried out, and its reply spoken. */
async function measureSmall(
  image: { readonly runner: readonly string[]; readonly args: readonly string[] },
  { evalDir, smoke, signal, progress }: BenchOptions,
): Promise<Small> {
  const turnCount = smoke ? 4 : 200;
  const clips = await spokenCommands({ evalDir }, { tailSamples: 0 });
  const running = await startImage({ ...image, signal });
  const times: number[] = [];
  let lost = 0;
  for (let turn = 0; turn < turnCount; turn += 1) {
    if (turn % 20 === 0) progress(`turn ${turn} of ${turnCount} with one core and ${smallMachine}`);
    try {
      times.push(
        await oneTurn(running.uri, turn, clips[turn % clips.length] ?? new Int16Array(16_000), signal),
      );
    } catch (error) {
      signal.throwIfAborted();
      progress(`turn ${turn} was lost: ${String(error)}`);
      lost += 1;
    }
  }
  const { code, lines } = await running.stop();
  const last = lines.findLast((line) => line.startsWith('limited to')) ?? '';
  const killed = Number(/killed for memory (\d+)/u.exec(last)?.[1] ?? Number.NaN);
  const p95 = quantile(times, 0.95);
  return {
    notes: [`with ${smallMachine}: ${last === '' ? `exit ${code}` : last}`],
    rows: [
      {
        metric: 'audio end → first sound, one core and 1 GiB, p50',
        value: median(times),
        unit: 'ms',
        n: times.length,
      },
      {
        metric: 'audio end → first sound, one core and 1 GiB, p95',
        value: p95,
        unit: 'ms',
        n: times.length,
        target: '≤ 1500',
        met: p95 <= 1_500,
      },
      { metric: 'turns lost', value: lost, unit: '', n: turnCount, target: '0', met: lost === 0 },
      ...(Number.isNaN(killed)
        ? []
        : [{ metric: 'killed for memory', value: killed, unit: '', n: 1, target: '0', met: killed === 0 }]),
    ],
  };
}

/** As Home Assistant asks: one connection per stage. */
async function oneTurn(uri: string, turn: number, clip: Int16Array, signal: AbortSignal): Promise<number> {
  const heard = await transcribe(uri, clip, { signal, realTime: false });
  const answer = await converse(uri, sentences[turn % sentences.length] ?? '', { signal });
  // A text of its own each time, so that nothing is found in the cache.
  const spoken = await synthesize(uri, `${answer.text} Turn ${turn}.`, { signal });
  return heard.afterStopMs + answer.afterSendMs + spoken.firstAudioMs;
}
