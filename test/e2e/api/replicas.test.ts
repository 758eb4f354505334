/** Two programs on one store: a timer rings once, through the one that Home Assistant is connected to. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type HearkenServer, startHearken } from '../../support/hearken-server.ts';
import { connectSatellites, greeting } from '../../support/home/satellite-client.ts';
import { apiUrlOf, sayTo } from '../../support/served-turn.ts';
import { describeStores } from '../../support/store-kinds.ts';

const kitchen = { satellite_id: 'assist_satellite.kitchen', device_id: 'kitchen', conversation_id: 'k' };

describeStores('two programs on one store', (make, kind) => {
  /** Replicas have data directories of their own; two programs on one SQLite file share it. */
  const start = (place: Awaited<ReturnType<typeof make>>, name: string) => {
    const data = kind === 'sqlite' ? place.dir : join(place.dir, name);
    const url = place.place.url?.reveal();
    const server = startHearken({
      args: ['--only', 'handle', '--data', data, '--memory-facts', 'on'],
      ...(url !== undefined && { env: { HEARKEN_DATABASE_URL: url } }),
    });
    return { data, server };
  };

  async function hear(server: HearkenServer, data: string, text: string): Promise<string> {
    const line = await sayTo(server, data, { text, ...kitchen });
    if (line.type !== 'outcome') throw new Error(`no outcome but ${line.type}`);
    return line.speech;
  }

  async function satellitesOf(server: HearkenServer, data: string) {
    const url = await apiUrlOf(server);
    const token = (await readFile(join(data, 'token'), 'utf8')).trim();
    const client = await connectSatellites(url, greeting, { authorization: `Bearer ${token}` });
    /** Rejects when nothing is said for some seconds. */
    const nextAnnounced = async () => {
      for (;;) {
        const command = await client.next();
        if (command.type === 'announce') return command;
      }
    };
    return { ...client, nextAnnounced };
  }

  it('ring a timer once, whichever it was set through, and share what they know', async () => {
    await using place = await make();
    const first = start(place, 'one');
    await using one = await first.server;
    // With SQLite the one rings that was there first.
    await hear(one, first.data, 'how long is left on my timer');
    const second = start(place, 'other');
    await using other = await second.server;
    const client = await satellitesOf(one, first.data);
    expect(await hear(other, second.data, 'set an egg timer for three seconds')).toMatch(/^Egg timer set/);
    expect(await hear(one, first.data, 'how long is left on the egg timer')).toMatch(/^The egg timer/);
    const ring = await client.nextAnnounced();
    expect(ring).toMatchObject({ satellite_id: 'assist_satellite.kitchen' });
    client.send({ type: 'done', id: ring.id });
    for (const [server, data] of [
      [one, first.data],
      [other, second.data],
    ] as const)
      await expect
        .poll(() => hear(server, data, 'how long is left on the egg timer'), { timeout: 10_000 })
        .toBe('There is no timer running.');
    await expect(client.nextAnnounced()).rejects.toThrow();
    await hear(one, first.data, 'remember that the bins go out on Tuesday');
    expect(await hear(other, second.data, 'what do you know about the bins')).toMatch(/Tuesday/);
  });

  it('go on ringing when the one that would have is killed', async () => {
    await using place = await make();
    const first = start(place, 'one');
    const one = await first.server;
    await hear(one, first.data, 'how long is left on my timer');
    const second = start(place, 'other');
    await using other = await second.server;
    const client = await satellitesOf(other, second.data);
    await hear(one, first.data, 'set an egg timer for three seconds');
    one.kill('SIGKILL');
    await one.exited;
    const ring = await client.nextAnnounced();
    expect(ring).toHaveProperty('text', expect.stringMatching(/^The egg timer/));
    client.send({ type: 'done', id: ring.id });
  });

  if (kind === 'postgres')
    it('go on with the dialogue of the other', async () => {
      await using place = await make();
      const first = start(place, 'one');
      await using one = await first.server;
      const second = start(place, 'other');
      await using other = await second.server;
      await hear(one, first.data, 'remember that the key is under the pot');
      expect(await hear(other, second.data, 'forget that')).toBe('I have forgotten that.');
      expect(await hear(one, first.data, 'forget that')).toMatch(/nothing about that/);
    });
});
