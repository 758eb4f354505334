import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type HearkenServer, startHearken } from '../../support/hearken-server.ts';
import { connectSatellites, greeting } from '../../support/home/satellite-client.ts';
import { apiUrlOf, sayTo } from '../../support/served-turn.ts';
import { tempDir } from '../../support/temp-dir.ts';

const start = (data: string): Promise<HearkenServer> =>
  startHearken({ args: ['--only', 'handle', '--data', data] });

const kitchen = { satellite_id: 'assist_satellite.kitchen', device_id: 'kitchen' };

async function speech(server: HearkenServer, data: string, text: string, from: object = kitchen) {
  const line = await sayTo(server, data, { text, ...from });
  if (line.type !== 'outcome') throw new Error(`no outcome but ${line.type}`);
  return line.speech;
}

async function satellitesOf(server: HearkenServer, data: string) {
  const token = (await readFile(join(data, 'token'), 'utf8')).trim();
  return await connectSatellites(await apiUrlOf(server), greeting, { authorization: `Bearer ${token}` });
}

async function kill(server: HearkenServer): Promise<void> {
  server.kill('SIGKILL');
  await server.exited;
}

describe('timers of a program that is killed', () => {
  it('go on, and tell what is left of them', async () => {
    await using dir = await tempDir();
    const first = await start(dir.path);
    expect(await speech(first, dir.path, 'set a pasta timer for twenty minutes')).toMatch(/^Pasta timer set/);
    await speech(first, dir.path, 'set a timer for two hours');
    await kill(first);
    await using second = await start(dir.path);
    expect(await speech(second, dir.path, 'how long is left on the pasta timer')).toMatch(
      /^The pasta timer has (20|19) minutes/,
    );
    expect(await speech(second, dir.path, 'cancel the pasta timer')).toBe('The pasta timer is cancelled.');
    await kill(second);
    await using third = await start(dir.path);
    expect(await speech(third, dir.path, 'cancel the pasta timer')).toBe('There is no pasta timer.');
  });

  it('that ended meanwhile ring once, where they were set, and say so', async () => {
    await using dir = await tempDir();
    const first = await start(dir.path);
    await speech(first, dir.path, 'set an egg timer for one second');
    await kill(first);
    await using second = await start(dir.path);
    const client = await satellitesOf(second, dir.path);
    const ring = await client.next();
    expect(ring).toMatchObject({ type: 'announce', satellite_id: 'assist_satellite.kitchen' });
    expect(ring).toHaveProperty(
      'text',
      expect.stringMatching(/^The egg timer (is over|ended \d+ seconds ago)/),
    );
    client.send({ type: 'done', id: ring.id });
    await expect
      .poll(() => speech(second, dir.path, 'how long is left on my timer'))
      .toBe('There is no timer running.');
  });
});

describe('the promise of a timer', () => {
  it('is honest where nothing can ring', async () => {
    await using dir = await tempDir();
    await using server = await start(dir.path);
    const asked = "I can't ring here, so please ask me how long is left.";
    // Typed, and from a satellite whose Home Assistant has not connected.
    expect(await speech(server, dir.path, 'set a timer for five minutes', {})).toContain(asked);
    expect(await speech(server, dir.path, 'set a timer for six minutes')).toContain(asked);
    await satellitesOf(server, dir.path);
    expect(await speech(server, dir.path, 'set a timer for seven minutes')).toBe('Timer set for 7 minutes.');
  });
});
