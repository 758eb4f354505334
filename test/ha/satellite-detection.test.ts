/** How satellites of a real core are set to hear the end of a sentence. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CoreClient } from '../../src/bench/ha/core-client.ts';
import { type CoreProcess, startCore } from '../../src/bench/ha/core-process.ts';
import { defaultHouse } from '../../src/bench/ha/house.ts';
import { houseConfig } from '../../src/bench/ha/house-config.ts';
import { satelliteSettings } from '../../src/app/home.ts';
import { silentLogger } from '../../src/core/log.ts';
import { type Home, openHome } from '../../src/home/home.ts';
import { webSocketTransport } from '../../src/home/link/transport.ts';
import { addSatellite, type SatelliteAtHome } from './support/satellite-at-home.ts';

const signal = new AbortController().signal;
let core: CoreProcess;
let client: CoreClient;
let home: Home;
let kitchen: SatelliteAtHome;

beforeAll(async () => {
  const configuration = houseConfig(defaultHouse);
  core = await startCore({ configuration, signal, progress: () => undefined });
  client = await CoreClient.onboard(core);
  const open = webSocketTransport(core.url);
  const settings = { connectTimeoutMs: 10_000, pollMs: 60_000, log: silentLogger };
  home = openHome({ open, token: client.token, ...settings });
  await home.ready({ signal });
}, 300_000);

afterAll(async () => {
  await kitchen?.satellite[Symbol.asyncDispose]();
  await home[Symbol.asyncDispose]();
  await client[Symbol.asyncDispose]();
  await core[Symbol.asyncDispose]();
});

describe('satelliteSettings', () => {
  it('finds none in a house without satellites', async () => {
    expect(await satelliteSettings(home, { signal })).toEqual([]);
  });

  it('tells each satellite by name with its setting, as a person changes it', async () => {
    kitchen = await addSatellite({ client }, { name: 'Counter', area: 'Kitchen' });
    const [setting, ...others] = await satelliteSettings(home, { signal });
    expect(others).toEqual([]);
    expect(setting).toMatchObject({ name: expect.stringContaining('Counter'), detection: 'default' });
    await client.call('call_service', {
      domain: 'select',
      service: 'select_option',
      service_data: { option: 'relaxed' },
      target: { entity_id: setting?.entityId },
    });
    await expect
      .poll(async () => (await satelliteSettings(home, { signal })).map(({ detection }) => detection))
      .toEqual(['relaxed']);
  });
});
