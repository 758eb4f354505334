import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startDemoServer } from '../../support/home/demo-server.ts';
import { startHearken } from '../../support/hearken-server.ts';
import { connectSatellites } from '../../support/home/satellite-client.ts';
import { apiUrlOf, sayTo } from '../../support/served-turn.ts';
import { tempDir } from '../../support/temp-dir.ts';

it('a program says on the satellite that asked that a door stopped on its way', async () => {
  await using home = await startDemoServer({ pace: 1 });
  await using dir = await tempDir();
  await using server = await startHearken({
    args: ['--only', 'handle', '--data', dir.path, '--home-url', home.url],
    env: { HEARKEN_HOME_TOKEN: home.demo.token },
  });
  const turn = { text: 'open the sliding door', satellite_id: 'assist_satellite.office' };
  expect(await sayTo(server, dir.path, turn)).toMatchObject({ speech: 'The sliding door is opening.' });
  const token = (await readFile(join(dir.path, 'token'), 'utf8')).trim();
  const satellites = await connectSatellites(await apiUrlOf(server), undefined, {
    authorization: `Bearer ${token}`,
  });
  home.demo.world.report('cover.sliding_door', { state: 'open', attributes: { current_position: 40 } });
  expect(await satellites.next()).toMatchObject({
    type: 'announce',
    satellite_id: 'assist_satellite.office',
    text: 'The sliding door stopped on the way and is open now.',
  });
  satellites.close();
});
