import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoHouse } from '../../../src/home/demo/house.ts';
import { startDemoServer } from '../../support/home/demo-server.ts';
import { startHearken } from '../../support/hearken-server.ts';
import { apiUrlOf } from '../../support/served-turn.ts';
import { tempDir } from '../../support/temp-dir.ts';

const unregistered = {
  id: 'light.yaml',
  name: 'Yaml Lamp',
  area: null,
  state: 'off',
  unregistered: true,
} as const;

describe('a home seen with the token of a user who is no administrator', () => {
  it('works, and the health and the report of the home say what stays invisible', async () => {
    const house = { ...demoHouse, entities: [...demoHouse.entities, unregistered] };
    await using home = await startDemoServer({ isAdmin: false, house });
    await using dir = await tempDir();
    await using server = await startHearken({
      args: ['--only', 'handle', '--data', dir.path, '--home-url', home.url],
      env: { HEARKEN_HOME_TOKEN: home.demo.token },
    });
    const url = await apiUrlOf(server);
    await expect.poll(async () => (await fetch(`${url}/health`)).status, { timeout: 10_000 }).toBe(200);
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({
      services: { home: { state: 'ready', reason: 'HOME_LIMITED_RIGHTS' } },
    });
    const token = (await readFile(join(dir.path, 'token'), 'utf8')).trim();
    const headers = { authorization: `Bearer ${token}` };
    const report = await (await fetch(`${url}/api/v1/home`, { headers })).json();
    expect(report).toMatchObject({ status: 'connected', exposed: { is_complete: false, unseen: 1 } });
  });
});
