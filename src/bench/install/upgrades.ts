/** Hearken stopped and started again as the next version under a running Home Assistant, where nobody does anything. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { speakText } from '../../client/speak-text.ts';
import { sleep, startDeadline } from '../../core/abort.ts';
import { systemClock } from '../../core/clock.ts';
import { runPipeline } from '../ha/pipeline-run.ts';
import { type Program, startProgram } from '../ha/program.ts';
import { type RealHome, startRealHome } from '../ha/real-home.ts';
import { copyRelease } from '../ha/release-copy.ts';
import type { BenchOptions, BenchRow } from '../report.ts';
import { median } from '../statistics.ts';

const maxBackMs = 10_000;
/** Who waits longer than this has given up, and the upgrade counts as one that needed a hand. */
const patienceMs = 60_000;
const light = 'light.kitchen_light';

export async function upgradeRows(options: BenchOptions): Promise<readonly BenchRow[]> {
  const upgradeCount = options.smoke ? 2 : 20;
  const dir = await mkdtemp(join(tmpdir(), 'hearken-upgrades-'));
  try {
    await using release = await copyRelease();
    await release.become('0.0.1');
    const settings = { models: { dirs: options.modelDirs } };
    const run = { dir, packageDir: release.dir, signal: options.signal };
    await using home = await startRealHome({ settings, ...run, progress: options.progress });
    const { port, api } = home.program;
    const commands = await spokenCommands(home, options);
    const upgrade = async (before: Program, version: string): Promise<Program> => {
      await before[Symbol.asyncDispose]();
      await release.become(version);
      const same = { wyoming: { port }, api: { port: api.port } };
      const to = { url: home.client.url, token: home.client.token };
      return await startProgram({ settings: { ...settings, ...same, home: to }, ...run });
    };
    const backMs: number[] = [];
    let { program } = home;
    try {
      for (let count = 1; count <= upgradeCount; count += 1) {
        options.progress(`upgrade ${count} of ${upgradeCount}`);
        const startMs = systemClock.monotonicMs();
        program = await upgrade(program, `0.0.${count + 1}`);
        const began = await untilAnswered(home, commands, count, options);
        if (began !== undefined) backMs.push(began - startMs);
      }
    } finally {
      await program[Symbol.asyncDispose]();
    }
    return rowsOf(backMs, upgradeCount);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

type Commands = { readonly on: Int16Array; readonly off: Int16Array };

async function spokenCommands({ program }: RealHome, { signal }: BenchOptions): Promise<Commands> {
  const say = async (text: string) => await speakText(program.uri, text, { signal });
  return { on: await say('turn on the kitchen lights'), off: await say('turn off the kitchen lights') };
}

/** When the first spoken command began that was heard, carried out and answered in sound; undefined: none in time. */
async function untilAnswered(
  { client, pipeline }: RealHome,
  { on, off }: Commands,
  count: number,
  { signal }: BenchOptions,
): Promise<number | undefined> {
  const [command, wanted] = count % 2 === 1 ? [on, 'on'] : [off, 'off'];
  using patience = startDeadline(patienceMs, signal);
  try {
    for (;;) {
      const beganMs = systemClock.monotonicMs();
      const say = { command, endedBy: 'client' } as const;
      const { error, audio } = await runPipeline(client, { pipeline: pipeline.id, say }, patience);
      const isDone = error === undefined && audio.length > 0 && (await client.state(light)) === wanted;
      if (isDone) return beganMs;
      await sleep(100, patience.signal);
    }
  } catch (error) {
    if (!patience.isOver) throw error;
    return undefined;
  }
}

function rowsOf(backMs: readonly number[], upgradeCount: number): readonly BenchRow[] {
  const longest = Math.max(...backMs);
  return [
    {
      metric: 'upgraded under Home Assistant: the pipeline works again without a hand',
      value: backMs.length,
      unit: '',
      n: upgradeCount,
      target: String(upgradeCount),
      met: backMs.length === upgradeCount,
    },
    {
      metric: '  stopped → a spoken command is answered, p50',
      value: median(backMs),
      unit: 'ms',
      n: backMs.length,
    },
    {
      metric: '  longest',
      value: longest,
      unit: 'ms',
      n: backMs.length,
      target: `≤ ${maxBackMs}`,
      met: longest <= maxBackMs,
    },
  ];
}
