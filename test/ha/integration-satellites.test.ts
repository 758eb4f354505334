/** What the integration does on satellites of a real core: announcements, and timers on their displays. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakeSatellite } from './support/fake-satellite.ts';
import { addSatellite, type SatelliteAtHome } from './support/satellite-at-home.ts';
import { type Reply, say } from './support/say.ts';
import { type RealHome, startTestHome } from './support/test-home.ts';

let home: RealHome;
let satellite: FakeSatellite;
/** Whether a turn names the device, which is what shows timers, is up to a test. */
let named: SatelliteAtHome['named'];

beforeAll(async () => {
  home = await startTestHome();
  ({ satellite, named } = await addSatellite(home, { name: 'Counter', area: 'Kitchen' }));
}, 300_000);

afterAll(async () => {
  await satellite[Symbol.asyncDispose]();
  await home[Symbol.asyncDispose]();
});

const ask = async (text: string, fields: Readonly<Record<string, unknown>>): Promise<Reply> =>
  await say(home.client, home.pipeline.conversation_engine, text, fields);

const timerEvents = (since: number): string[] =>
  satellite.received
    .slice(since)
    .map(({ event }) => event.type)
    .filter((type) => type.startsWith('timer-'));

const passing = async (durationMs: number): Promise<void> =>
  await new Promise((resolve) => setTimeout(resolve, durationMs));

describe('a timer', () => {
  it('is shown and rung by a satellite with timers, and not announced there as well', async () => {
    const since = satellite.received.length;
    const playedBefore = satellite.played.length;
    const reply = await ask('set a timer for three seconds', named);
    expect(reply.response.response_type).not.toBe('error');
    const started = await satellite.until('timer-started', { since });
    expect(started.data.total_seconds).toBe(3);
    await satellite.until('timer-finished', { since });
    // The announcement, if there were one, would come within this time.
    await passing(5_000);
    expect(timerEvents(since).filter((type) => type === 'timer-finished').length).toBe(1);
    expect(satellite.played.length).toBe(playedBefore);
  });

  it('is announced on a satellite that shows none, once', async () => {
    const since = satellite.received.length;
    const playedBefore = satellite.played.length;
    await ask('set a timer for two seconds', { satellite_id: named.satellite_id });
    await satellite.until('audio-stop', { since });
    const announced = satellite.played.slice(playedBefore);
    expect(announced.length).toBe(1);
    // A chime and a sentence.
    expect((announced[0]?.samples.length ?? 0) / (announced[0]?.rateHz ?? 1)).toBeGreaterThan(1);
    expect(timerEvents(since)).toEqual([]);
    await passing(3_000);
    expect(satellite.played.length).toBe(playedBefore + 1);
  });

  it('is taken off the display when it is cancelled', async () => {
    const since = satellite.received.length;
    await ask('set a pasta timer for ten minutes', named);
    await satellite.until('timer-started', { since });
    await ask('cancel the pasta timer', named);
    await satellite.until('timer-cancelled', { since });
    expect(timerEvents(since)).toEqual(['timer-started', 'timer-cancelled']);
  });

  it('is shown again with what is left after Home Assistant was restarted', async () => {
    const before = satellite.received.length;
    await ask('set a timer for ten minutes', named);
    await satellite.until('timer-started', { since: before });
    const since = satellite.received.length;
    await home.core.stop();
    await home.core.start();
    await satellite.until('timer-started', { since });
    const updated = await satellite.until('timer-updated', { since });
    expect(updated.data.total_seconds).toBeGreaterThan(500);
    expect(updated.data.total_seconds).toBeLessThan(600);
  });
});
