/** A timer on a satellite of a real core while Hearken is killed: it counts on, rings once, and is known again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addWyoming, entitiesOf } from '../../src/bench/ha/set-up.ts';
import { emptyDirectory } from '../support/hearken-cli.ts';
import { type FakeSatellite, startFakeSatellite } from './support/fake-satellite.ts';
import { say, speechOf } from './support/say.ts';
import { type RealHome, startTestHome } from './support/test-home.ts';
import { startTestProgram } from './support/test-program.ts';

let home: RealHome;
let program: RealHome['program'];
let satellite: FakeSatellite;
let origin: { readonly device_id: string; readonly satellite_id: string };

const entityRows = z.array(z.looseObject({ entity_id: z.string(), device_id: z.string().nullable() }));

beforeAll(async () => {
  home = await startTestHome({}, emptyDirectory());
  program = home.program;
  satellite = await startFakeSatellite({ name: 'Counter', area: 'Kitchen' });
  const entities = await entitiesOf(home.client, await addWyoming(home.client, satellite));
  const satellite_id = entities.get('assist_satellite') ?? '';
  const rows = await home.client.read(entityRows, 'config/entity_registry/list');
  const device_id = rows.find(({ entity_id }) => entity_id === satellite_id)?.device_id ?? '';
  origin = { device_id, satellite_id };
  await satellite.until('run-satellite');
}, 300_000);

afterAll(async () => {
  await program[Symbol.asyncDispose]();
  await satellite[Symbol.asyncDispose]();
  await home[Symbol.asyncDispose]();
});

const ask = async (text: string): Promise<string> =>
  speechOf(await say(home.client, home.pipeline.conversation_engine, text, origin));

const passing = async (durationMs: number): Promise<void> =>
  await new Promise((resolve) => setTimeout(resolve, durationMs));

const countSince = (since: number, type: string): number =>
  satellite.received.slice(since).filter(({ event }) => event.type === type).length;

async function kill(): Promise<void> {
  program.kill('SIGKILL');
  await program.exited;
}

/** Starts Hearken again where Home Assistant knows it; settles when a turn reaches it. */
async function restart(): Promise<void> {
  const { port, api, dir } = program;
  const settings = { wyoming: { port }, api: { port: api.port } };
  program = await startTestProgram(home.client, { dir, settings });
  await expect
    .poll(() => ask('is the front door locked'), { timeout: 60_000 })
    .toMatch(/front door is locked/i);
}

describe('a timer on a display, when Hearken is killed', () => {
  it('counts on and is known again afterwards, without a second one beside it', async () => {
    const since = satellite.received.length;
    await ask('set a pasta timer for ten minutes');
    await satellite.until('timer-started', { since });
    await kill();
    await restart();
    expect(await ask('how long is left on the pasta timer')).toMatch(/^The pasta timer has (9|10) minutes/);
    expect(countSince(since, 'timer-started')).toBe(1);
    await ask('cancel the pasta timer');
    await satellite.until('timer-cancelled', { since });
  }, 120_000);

  it('rings there while we are away, and not once more when we are back', async () => {
    const since = satellite.received.length;
    const playedBefore = satellite.played.length;
    await ask('set an egg timer for four seconds');
    await satellite.until('timer-started', { since });
    await kill();
    await satellite.until('timer-finished', { since });
    await restart();
    // The announcement, if there were one, would come within this time.
    await passing(6_000);
    expect(countSince(since, 'timer-finished')).toBe(1);
    expect(satellite.played.length).toBe(playedBefore);
    expect(await ask('how long is left on my timer')).toBe('There is no timer running.');
  }, 120_000);
});
