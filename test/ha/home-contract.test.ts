/** The demo home's contract, held by a real core. */
import { afterAll, beforeAll } from 'vitest';
import { CoreClient } from '../../src/bench/ha/core-client.ts';
import type { CoreProcess } from '../../src/bench/ha/core-process.ts';
import { furnish } from '../../src/bench/ha/furnish.ts';
import { defaultHouse } from '../../src/bench/ha/house.ts';
import { webSocketTransport } from '../../src/home/link/transport.ts';
import { describeHomeContract } from '../support/home-contract.ts';
import { startCore } from './support/core-process.ts';
import { createLimitedUser } from './support/second-user.ts';

const lamp = { entityId: 'light.bed_light', name: 'Bed Light', area: 'Bedroom' };
const unregisteredEntityId = 'light.virtual';

let core: CoreProcess;
let client: CoreClient;
let limitedToken: string;

beforeAll(async () => {
  core = await startCore();
  client = await CoreClient.onboard(core);
  await furnish(client, defaultHouse);
  limitedToken = await createLimitedUser(client, core.signal);
}, 300_000);

afterAll(async () => {
  await client[Symbol.asyncDispose]();
  await core[Symbol.asyncDispose]();
});

/** As every case expects the house. */
async function reset(): Promise<void> {
  await client.post(`states/${unregisteredEntityId}`, { state: 'off', attributes: {} });
  await client.call('homeassistant/expose_entity', {
    assistants: ['conversation'],
    entity_ids: ['switch.server_rack', unregisteredEntityId],
    should_expose: false,
  });
  await client.call('config/entity_registry/update', {
    entity_id: lamp.entityId,
    area_id: 'bedroom',
    aliases: [null],
  });
  await client.call('call_service', {
    domain: 'light',
    service: 'turn_off',
    target: { entity_id: lamp.entityId },
  });
}

describeHomeContract('a real core', async () => {
  await reset();
  const open = webSocketTransport(core.url);
  return {
    open,
    token: client.token,
    lamp,
    otherAreaId: 'office',
    hiddenEntityId: 'switch.server_rack',
    unregisteredEntityId,
    limited: { open, token: limitedToken },
    restart: async (whileAway) => {
      const { token } = client;
      await client[Symbol.asyncDispose]();
      await core.stop();
      await whileAway();
      await core.start();
      client = await CoreClient.connect(core.url, token, { signal: core.signal });
      await client.untilRunning();
    },
    close: async () => undefined,
  };
});
