/** The same sentences to Home Assistant's own agent and to ours, in a house with devices that do not obey. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Agent } from '../../src/agent/agent.ts';
import { CoreClient } from '../../src/bench/ha/core-client.ts';
import type { CoreProcess } from '../../src/bench/ha/core-process.ts';
import { furnish } from '../../src/bench/ha/furnish.ts';
import { defaultHouse } from '../../src/bench/ha/house.ts';
import type { House } from '../../src/bench/ha/house.ts';
import { silentLogger } from '../../src/core/log.ts';
import { openHome } from '../../src/home/home.ts';
import type { Home } from '../../src/home/home.ts';
import { stateOf } from '../../src/home/model/home-model.ts';
import { webSocketTransport } from '../../src/home/link/transport.ts';
import { agentFor, say } from '../support/agent/demo-agent.ts';
import { startCore } from './support/core-process.ts';

const reply = z.looseObject({
  response: z.looseObject({
    response_type: z.string(),
    speech: z.looseObject({ plain: z.looseObject({ speech: z.string() }) }),
  }),
});

const house: House = {
  ...defaultHouse,
  devices: [
    ...defaultHouse.devices,
    { kind: 'light', name: 'Broken Lamp', area: 'attic', answers: 'raises' },
  ],
};

const lamps = ['light.bed_light', 'light.slow_lamp', 'light.attic_lamp'];
const reachable = 'input_boolean.attic_lamp_reachable';

let core: CoreProcess;
let client: CoreClient;
let home: Home;
let agent: Agent;

beforeAll(async () => {
  core = await startCore({ house });
  client = await CoreClient.onboard(core);
  await furnish(client, house);
  const open = webSocketTransport(core.url);
  home = openHome({ open, token: client.token, connectTimeoutMs: 5_000, pollMs: 30_000, log: silentLogger });
  await home.ready({ signal: core.signal });
  agent = agentFor(home);
}, 300_000);

afterAll(async () => {
  await home[Symbol.asyncDispose]();
  await client[Symbol.asyncDispose]();
  await core[Symbol.asyncDispose]();
});

const call = (action: string, entityIds: readonly string[]): Promise<unknown> => {
  const [domain, service] = action.split('.');
  return client.call('call_service', { domain, service, target: { entity_id: entityIds } });
};

const until = (entityId: string, state: string) =>
  home.until(entityId, (seen) => seen.state === state, { signal: AbortSignal.timeout(10_000) });

/** What Home Assistant's agent says, and the state of the device at that moment. */
async function askHomeAssistant(text: string, entityId: string): Promise<{ said: string; state?: string }> {
  const { response } = await client.read(reply, 'conversation/process', {
    text,
    language: 'en',
    agent_id: 'conversation.home_assistant',
  });
  const state = await client.state(entityId);
  return { said: response.speech.plain.speech, ...(state !== undefined && { state }) };
}

/** All lamps off and reachable. */
beforeEach(async () => {
  await call('input_boolean.turn_on', [reachable]);
  await until('light.attic_lamp', 'off');
  const lit = lamps.filter((lamp) => stateOf(home.model(), lamp)?.state !== 'off');
  if (lit.length > 0) await call('light.turn_off', lit);
  for (const lamp of lit) await until(lamp, 'off');
});

describe('a lamp that obeys', () => {
  it('is on when either agent says so', async () => {
    const theirs = await askHomeAssistant('turn on the bed light', 'light.bed_light');
    expect(theirs).toEqual({ said: 'Turned on the light', state: 'on' });
    await call('light.turn_off', ['light.bed_light']);
    await until('light.bed_light', 'off');
    const ours = await say(agent, 'turn on the bed light');
    expect(ours.changes).toMatchObject([{ proof: 'proven', after: expect.stringMatching(/^on/) }]);
    expect(ours.speech).toMatch(/bed light on/i);
  });
});

describe('a lamp whose action fails', () => {
  it('is "turned on" for Home Assistant, which keeps the failure to itself, and not claimed by us', async () => {
    const theirs = await askHomeAssistant('turn on the dead lamp', 'light.dead_lamp');
    expect(theirs).toEqual({ said: 'Turned on the light', state: 'off' });
    const ours = await say(agent, 'turn on the dead lamp');
    expect(ours.changes).toMatchObject([{ proof: 'sent', after: 'off' }]);
    expect(ours.speech).toMatch(/dead lamp has not answered/i);
  });

  it('is named by us when the failure is told, while Home Assistant names no lamp', async () => {
    const theirs = await askHomeAssistant('turn on the broken lamp', 'light.broken_lamp');
    expect(theirs).toEqual({ said: 'An unexpected error occurred', state: 'off' });
    const ours = await say(agent, 'turn on the broken lamp');
    expect(ours.changes).toMatchObject([{ proof: 'failed', after: 'off' }]);
    expect(ours.speech).toMatch(/broken lamp/i);
    expect(ours.speech).toMatch(/n't|not|refused/i);
  });
});

describe('a lamp that never answers', () => {
  it('is "turned on" for Home Assistant, and only sent for us', async () => {
    const theirs = await askHomeAssistant('turn on the silent lamp', 'light.silent_lamp');
    expect(theirs).toEqual({ said: 'Turned on the light', state: 'off' });
    const ours = await say(agent, 'turn on the silent lamp');
    expect(ours.changes).toMatchObject([{ proof: 'sent', after: 'off' }]);
    expect(ours.speech).toMatch(/silent lamp has not answered/i);
  });
});

describe('a lamp that takes a second and a half', () => {
  it('is not on yet when Home Assistant says so, and not claimed to be by us', async () => {
    const theirs = await askHomeAssistant('turn on the slow lamp', 'light.slow_lamp');
    expect(theirs).toEqual({ said: 'Turned on the light', state: 'off' });
    await until('light.slow_lamp', 'on');
    await call('light.turn_off', ['light.slow_lamp']);
    await until('light.slow_lamp', 'off');
    const ours = await say(agent, 'turn on the slow lamp');
    expect(ours.changes).toMatchObject([{ proof: 'sent', after: 'off' }]);
    expect(ours.speech).toMatch(/slow lamp has not answered/i);
    await until('light.slow_lamp', 'on');
  });
});

describe('a lamp that can not be reached', () => {
  it('is named by us, while Home Assistant says that it turned it on', async () => {
    await call('input_boolean.turn_off', [reachable]);
    await until('light.attic_lamp', 'unavailable');
    const theirs = await askHomeAssistant('turn on the attic lamp', 'light.attic_lamp');
    expect(theirs).toEqual({ said: 'Turned on the light', state: 'unavailable' });
    const ours = await say(agent, 'turn on the attic lamp');
    expect(ours.changes).toMatchObject([{ proof: 'failed' }]);
    expect(ours.speech).toMatch(/attic lamp can't be reached/i);
  });
});

describe('a door that travels', () => {
  it('is named as closing by us while it moves, and closed when it is', async () => {
    const door = 'cover.garage_door';
    await call('cover.open_cover', [door]);
    await until(door, 'open');
    expect(await askHomeAssistant('close the garage door', door)).toEqual({
      said: 'Closing',
      state: 'closing',
    });
    await until(door, 'closed');
    await call('cover.open_cover', [door]);
    await until(door, 'open');
    const ours = await say(agent, 'close the garage door');
    expect(ours.changes).toMatchObject([{ proof: 'started', after: 'closing' }]);
    expect(ours.speech).toMatch(/garage door is closing/i);
    await until(door, 'closed');
    const again = await say(agent, 'close the garage door');
    expect(again.changes).toMatchObject([{ proof: 'already' }]);
    expect(again.speech).toMatch(/already closed/i);
  });
});
