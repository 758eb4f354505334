/** The demo home's contract, held by a real core; and what only a core can tell. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { keepHints } from '../../src/app/engines/speech-hints.ts';
import { CoreClient } from '../../src/bench/ha/core-client.ts';
import type { CoreProcess } from '../../src/bench/ha/core-process.ts';
import { furnish } from '../../src/bench/ha/furnish.ts';
import { defaultHouse } from '../../src/bench/ha/house.ts';
import { silentLogger } from '../../src/core/log.ts';
import type { SttEngine } from '../../src/engines/stt/engine.ts';
import { callAndProve } from '../../src/home/call.ts';
import { openHome } from '../../src/home/home.ts';
import type { Home } from '../../src/home/home.ts';
import { createHomeQueries } from '../../src/home/query.ts';
import { webSocketTransport } from '../../src/home/link/transport.ts';
import { describeHomeContract } from '../support/home/home-contract.ts';
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

const signal = () => AbortSignal.timeout(10_000);

async function enter(): Promise<Home> {
  const open = webSocketTransport(core.url);
  const { token } = client;
  const home = openHome({ open, token, connectTimeoutMs: 5_000, pollMs: 60_000, log: silentLogger });
  await home.ready({ signal: signal() });
  return home;
}

const expose = (entityId: string): Promise<unknown> =>
  client.call('homeassistant/expose_entity', {
    assistants: ['conversation'],
    entity_ids: [entityId],
    should_expose: true,
  });

const rename = (aliases: readonly (string | null)[]): Promise<unknown> =>
  client.call('config/entity_registry/update', { entity_id: lamp.entityId, aliases });

/** Whether Home Assistant's own matcher finds the lamp by the name. */
async function matches(name: string): Promise<boolean> {
  const { results } = await client.read(
    z.looseObject({
      results: z.array(z.looseObject({ targets: z.record(z.string(), z.unknown()) }).nullable()),
    }),
    'conversation/agent/homeassistant/debug',
    { sentences: [`turn on ${name}`], language: 'en' },
  );
  return lamp.entityId in (results[0]?.targets ?? {});
}

describe('a name given in Home Assistant', () => {
  it.each([
    ['an alias before the own name', ['moonbeam', null], ['moonbeam', 'Bed Light']],
    ['an alias after it', [null, 'moonbeam'], ['Bed Light', 'moonbeam']],
    ['an alias instead of it', ['moonbeam'], ['moonbeam']],
  ])('counts as Home Assistant counts it: %s', async (_, aliases, names) => {
    await reset();
    await rename(aliases);
    await using home = await enter();
    expect(home.model().entities.get(lamp.entityId)?.names).toEqual(names);
    const candidates = ['moonbeam', lamp.name];
    const theirs = await Promise.all(candidates.map(matches));
    expect(candidates.filter((_name, index) => theirs[index]).sort()).toEqual([...names].sort());
  });

  it('is listened for within eight seconds', async () => {
    await reset();
    await using home = await enter();
    const heard = new Set<string>();
    const engine: SttEngine = {
      languages: ['en'],
      transcribe: () => {
        throw new Error('nothing is transcribed here');
      },
      useHints: async ({ names }) => names.forEach((name) => heard.add(name)),
      [Symbol.asyncDispose]: async () => undefined,
    };
    const stop = new AbortController();
    const keeping = keepHints(home, engine, {
      terms: [],
      untilReady: async () => undefined,
      log: silentLogger,
      signal: stop.signal,
    });
    await expect.poll(() => heard.has(lamp.name)).toBe(true);
    await rename([null, 'starshine']);
    await expect.poll(() => heard.has('starshine'), { timeout: 8_000 }).toBe(true);
    stop.abort(new Error('enough'));
    await expect(keeping).rejects.toThrow('enough');
  });
});

describe('a list of Home Assistant', () => {
  it('is read item by item, what is done left out', async () => {
    await client.flow('shopping_list', {});
    const list = 'todo.shopping_list';
    const act = (service: string, service_data: Readonly<Record<string, unknown>>) =>
      client.call('call_service', { domain: 'todo', service, service_data, target: { entity_id: list } });
    await act('add_item', { item: 'Oats' });
    await act('add_item', { item: 'Salt' });
    await act('update_item', { item: 'Oats', status: 'completed' });
    await using home = await enter();
    await expose(list);
    await expect.poll(() => home.model().entities.has(list)).toBe(true);
    const items = await createHomeQueries(home).openItems(list, { signal: signal() });
    expect(items).toEqual([{ summary: 'Salt', due: null }]);
  });
});

describe('a door on its way', () => {
  it('is followed until it has arrived', async () => {
    await using home = await enter();
    const [result] = await callAndProve(
      home,
      [
        {
          entityId: 'cover.garage_door',
          domain: 'cover',
          service: 'open_cover',
          data: {},
          proves: ({ state }) => state === 'open',
          underway: ({ state }) => state === 'opening',
          deadlineMs: 800,
        },
      ],
      { signal: signal() },
    );
    expect(result).toMatchObject({ proof: 'started', after: { state: 'opening' } });
    expect(await result?.follow?.({ signal: signal() })).toMatchObject({ end: 'reached' });
  });
});
