/** What holds when Hearken comes back changed: timers on satellites, and what the Wyoming entry announces. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Program } from '../../src/bench/ha/program.ts';
import type { FakeSatellite } from './support/fake-satellite.ts';
import { addSatellite, type SatelliteAtHome } from './support/satellite-at-home.ts';
import { say } from './support/say.ts';
import { type RealHome, startTestHome } from './support/test-home.ts';
import { startTestProgram } from './support/test-program.ts';

const dir = mkdtempSync(join(tmpdir(), 'hearken-'));
let home: RealHome;
let program: Program;
let satellite: FakeSatellite;
let named: SatelliteAtHome['named'];

beforeAll(async () => {
  home = await startTestHome({}, dir);
  ({ program } = home);
  ({ satellite, named } = await addSatellite(home, { name: 'Counter', area: 'Kitchen' }));
}, 300_000);

afterAll(async () => {
  await satellite[Symbol.asyncDispose]();
  await program[Symbol.asyncDispose]();
  await home[Symbol.asyncDispose]();
  rmSync(dir, { recursive: true, force: true });
});

const restart = async (stt: Readonly<Record<string, string>> = {}): Promise<void> => {
  const { port, api } = program;
  program = await startTestProgram(home.client, {
    dir,
    settings: { wyoming: { port }, api: { port: api.port }, stt },
  });
};

const kill = async (): Promise<void> => {
  program.kill('SIGKILL');
  await program.exited;
};

const rings = (since: number): number =>
  satellite.received.slice(since).filter(({ event }) => event.type === 'timer-finished').length;

const passing = async (durationMs: number): Promise<void> =>
  await new Promise((resolve) => setTimeout(resolve, durationMs));

const setTimer = async (text: string): Promise<number> => {
  const since = satellite.received.length;
  await say(home.client, home.pipeline.conversation_engine, text, named);
  await satellite.until('timer-started', { since });
  return since;
};

const started = z.looseObject({
  type: z.literal('stt-start'),
  data: z.looseObject({ audio_processing: z.looseObject({ requires_external_vad: z.boolean() }) }),
});

/** What core does with the audio of a turn now. */
const usesOwnVad = async (): Promise<boolean | undefined> =>
  await new Promise((resolve) => {
    const onEvent = (event: unknown): void => {
      const parsed = started.safeParse(event);
      if (parsed.success) resolve(parsed.data.data.audio_processing.requires_external_vad);
    };
    const run = {
      start_stage: 'stt',
      end_stage: 'stt',
      input: { sample_rate: 16_000 },
      pipeline: home.pipeline.id,
      timeout: 3,
    };
    // While the entry is loaded again there is no engine to run.
    home.client.subscribe('assist_pipeline/run', run, onEvent).catch(() => resolve(undefined));
  });

describe('Hearken comes back', () => {
  it('and a timer that rang meanwhile does not ring a second time', async () => {
    const played = satellite.played.length;
    const since = await setTimer('set a timer for four seconds');
    await kill();
    await satellite.until('timer-finished', { since });
    await restart();
    await passing(10_000);
    expect(rings(since)).toBe(1);
    expect(satellite.played.length).toBe(played);
  });

  it('and a timer that still runs is on the display once', async () => {
    const since = await setTimer('set a timer for twenty seconds');
    await kill();
    await restart();
    await satellite.until('timer-finished', { since });
    await passing(5_000);
    expect(rings(since)).toBe(1);
    const starts = satellite.received.slice(since).filter(({ event }) => event.type === 'timer-started');
    expect(starts.length).toBe(1);
  });

  it('and finds the end of sentences itself: core is told by loading the Wyoming entry again', async () => {
    expect(await usesOwnVad()).toBe(true);
    await kill();
    await restart({ endpointing: 'hearken' });
    await expect.poll(usesOwnVad, { timeout: 60_000, interval: 2_000 }).toBe(false);
  });
});
