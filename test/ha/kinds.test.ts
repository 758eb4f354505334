/** Acting on every kind of device of Home Assistant's own demo integration, whose entities behave as real ones. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Agent, TurnOutcome } from '../../src/agent/agent.ts';
import { CoreClient } from '../../src/bench/ha/core-client.ts';
import { keepHomeAssistantAgent } from '../../src/app/agent/home-assistant-agent.ts';
import { startTimers } from '../../src/app/agent/timers.ts';
import { Background } from '../../src/core/background.ts';
import { systemClock } from '../../src/core/clock.ts';
import { silentLogger } from '../../src/core/log.ts';
import { type Home, openHome } from '../../src/home/home.ts';
import { webSocketTransport } from '../../src/home/link/transport.ts';
import { agentFor, say } from '../support/agent/demo-agent.ts';
import { type CoreProcess, startCore } from './support/core-process.ts';

const row = z.looseObject({
  entity_id: z.string(),
  state: z.string(),
  attributes: z.record(z.string(), z.unknown()),
});

const configuration = {
  demo: null,
  script: { good_night: { alias: 'Good Night', sequence: [{ delay: '00:00:01' }] } },
  scene: [{ name: 'Movie Night', entities: { 'light.bed_light': 'on' } }],
};

let core: CoreProcess;
let client: CoreClient;
let home: Home;
let agent: Agent;

beforeAll(async () => {
  core = await startCore({ house: { floors: [], areas: [], devices: [] }, configuration });
  client = await CoreClient.onboard(core);
  await client.flow('shopping_list', {});
  const ids = (await client.read(z.array(row), 'get_states')).map(({ entity_id }) => entity_id);
  await client.call('homeassistant/expose_entity', {
    assistants: ['conversation'],
    entity_ids: ids,
    should_expose: true,
  });
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

type Expected = {
  readonly say: string;
  readonly entity: string;
  readonly proof: 'proven' | 'started';
  /** What the core itself tells of the entity afterwards, at the latest when a slow one has arrived. */
  readonly state?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
};

const read = async (entityId: string) =>
  (await client.read(z.array(row), 'get_states')).find(({ entity_id }) => entity_id === entityId);

const proofs = ({ changes }: TurnOutcome) => changes.map(({ entityId, proof }) => `${entityId} ${proof}`);

const cases: readonly Expected[] = [
  {
    say: 'set the bed light to blue',
    entity: 'light.bed_light',
    proof: 'proven',
    state: 'on',
    attributes: { hs_color: [240, 100] },
  },
  {
    say: 'set the ceiling lights to 40 percent',
    entity: 'light.ceiling_lights',
    proof: 'proven',
    attributes: { brightness: 102 },
  },
  {
    say: 'make the ceiling lights cold white',
    entity: 'light.ceiling_lights',
    proof: 'proven',
    attributes: { color_mode: 'color_temp' },
  },
  {
    say: 'set the office rgbw lights to green',
    entity: 'light.office_rgbw_lights',
    proof: 'proven',
    attributes: { color_mode: 'rgbw' },
  },
  {
    say: 'set the heatpump to 22 degrees',
    entity: 'climate.heatpump',
    proof: 'proven',
    attributes: { temperature: 22 },
  },
  { say: 'turn off the heatpump', entity: 'climate.heatpump', proof: 'proven', state: 'off' },
  { say: 'set hvac to heat', entity: 'climate.hvac', proof: 'proven', state: 'heat' },
  {
    say: 'set the hall window to 60 percent',
    entity: 'cover.hall_window',
    proof: 'started',
    attributes: { current_position: 60 },
  },
  { say: 'open the kitchen window', entity: 'cover.kitchen_window', proof: 'proven', state: 'open' },
  {
    say: 'set the ceiling fan to 60 percent',
    entity: 'fan.ceiling_fan',
    proof: 'proven',
    state: 'on',
    attributes: { percentage: 60 },
  },
  { say: 'turn off the ceiling fan', entity: 'fan.ceiling_fan', proof: 'proven', state: 'off' },
  { say: 'pause the walkman', entity: 'media_player.walkman', proof: 'proven', state: 'paused' },
  {
    say: 'set the walkman volume to 30 percent',
    entity: 'media_player.walkman',
    proof: 'proven',
    attributes: { volume_level: 0.3 },
  },
  {
    say: 'next track on the walkman',
    entity: 'media_player.walkman',
    proof: 'proven',
    attributes: { media_track: 2 },
  },
  {
    say: 'mute the walkman',
    entity: 'media_player.walkman',
    proof: 'proven',
    attributes: { is_volume_muted: true },
  },
  { say: 'lock the kitchen door', entity: 'lock.kitchen_door', proof: 'started', state: 'locked' },
  {
    say: 'start the demo vacuum 0 ground floor',
    entity: 'vacuum.demo_vacuum_0_ground_floor',
    proof: 'proven',
    state: 'cleaning',
  },
  {
    say: 'start my lawn mower',
    entity: 'lawn_mower.my_lawn_mower',
    proof: 'proven',
    state: 'mowing',
  },
  {
    say: 'set the humidifier to 40 percent',
    entity: 'humidifier.humidifier',
    proof: 'proven',
    attributes: { humidity: 40 },
  },
  { say: 'close the front garden', entity: 'valve.front_garden', proof: 'started', state: 'closed' },
  { say: 'activate movie night', entity: 'scene.movie_night', proof: 'proven' },
  { say: 'run good night', entity: 'script.good_night', proof: 'proven', state: 'on' },
];

describe('every kind of device in a real core', () => {
  it.each(cases)('$say: $proof', async ({ say: text, entity, proof, state, attributes }) => {
    const outcome = await say(agent, text);
    expect(proofs(outcome), outcome.speech).toEqual([`${entity} ${proof}`]);
    await expect
      .poll(async () => await read(entity), { timeout: 10_000 })
      .toMatchObject({ ...(state !== undefined && { state }), ...(attributes && { attributes }) });
  });

  it('becomes brighter, warmer and louder from where it is, and tells where it came to', async () => {
    await say(agent, 'set the ceiling lights to 40 percent');
    expect((await say(agent, 'make the ceiling lights brighter')).speech).toMatch(/at [5-9]\d percent/);
    await say(agent, 'set the heatpump to 20 degrees');
    await say(agent, 'turn the heatpump up by 2 degrees');
    expect(await read('climate.heatpump')).toMatchObject({ attributes: { temperature: 22 } });
  });

  it('keeps a list: added, not twice, ticked off, taken away, and read', async () => {
    const told = async (text: string) => {
      const outcome = await say(agent, text);
      return [outcome.speech, ...outcome.changes.map(({ proof }) => proof)];
    };
    const name = 'shopping list';
    expect(await told(`add milk to the ${name}`)).toEqual([`Milk added to the ${name}.`, 'proven']);
    expect(await told(`add milk to the ${name}`)).toEqual([`Milk was already on the ${name}.`, 'already']);
    expect(await told(`add bread to the ${name}`)).toEqual([`Bread added to the ${name}.`, 'proven']);
    expect(await told(`what is on the ${name}`)).toEqual([`On the ${name}: milk and bread.`]);
    expect(await told(`tick off milk on the ${name}`)).toEqual(['Milk ticked off.', 'proven']);
    expect(await told(`remove bread from the ${name}`)).toEqual([`Bread taken off the ${name}.`, 'proven']);
    expect(await told(`what is on the ${name}`)).toEqual([`The ${name} is empty.`]);
  });

  it('plays what it finds, and says when it finds nothing', async () => {
    const outcome = await say(agent, 'play bananas on the search');
    expect(outcome.changes).toMatchObject([{ entityId: 'media_player.search' }]);
    expect(outcome.changes.some(({ proof }) => proof === 'proven')).toBe(false);
  });

  it.each([
    ['set the heatpump to 60 degrees', /heatpump only goes from 7 to 35\./i],
    ['set the front door to 50 percent', undefined],
    ['set decorative lights to red', undefined],
    ['arm security', /needs a code/],
  ])('does not do what the device has not got: %s', async (text, speech) => {
    const before = await client.read(z.array(row), 'get_states');
    const outcome = await say(agent, text);
    expect(outcome.changes.filter(({ proof }) => proof !== 'failed')).toEqual([]);
    if (speech !== undefined) expect(outcome.speech).toMatch(speech);
    const ids = new Set(['climate.heatpump', 'lock.front_door', 'alarm_control_panel.security']);
    const after = await client.read(z.array(row), 'get_states');
    const states = (rows: typeof after) =>
      rows.filter(({ entity_id }) => ids.has(entity_id)).map(({ state }) => state);
    expect(states(after)).toEqual(states(before));
  });
});

describe('timers, the clock and the sky in the languages that Home Assistant reads', () => {
  const background = new Background(silentLogger);
  let polyglot: Agent;

  beforeAll(async () => {
    const parts = { background, log: silentLogger };
    const timers = await startTimers({ ...parts, clock: systemClock, signal: core.signal });
    polyglot = agentFor(home, { timers, homeAssistant: keepHomeAssistantAgent(home, parts) });
  });

  afterAll(async () => await background[Symbol.asyncDispose]());

  it('are announced when they can be read', async () => {
    await expect
      .poll(() => polyglot.languages, { timeout: 20_000 })
      .toEqual(expect.arrayContaining(['de', 'es', 'fr', 'nl']));
  });

  it.each([
    ['de', 'stelle einen Pizza Timer auf 10 Minuten', /^Timer Pizza läuft, 10 Minuten\./],
    ['de', 'wie lange läuft der Pizza Timer noch', /^Der Timer Pizza läuft noch (9|10) Minuten\.$/],
    ['fr', 'mets un minuteur de 5 minutes', /^Minuteur lancé pour 5 minutes\./],
    ['es', 'pon un temporizador de 7 minutos', /^Temporizador en marcha: 7 minutos\./],
    ['nl', 'annuleer alle timers', /^Alle 3 timers zijn gestopt\.$/],
    ['fr', 'quelle heure est-il', /^Il est \d+ h( \d+)?\.$/],
    ['es', 'qué hora es', /^(Son las|Es la) \d+:\d\d\.$/],
    ['de', 'setze Butter auf die Shopping List', /^Butter steht jetzt auf der Liste\.$/],
  ])('%s: %s', async (language, text, said) => {
    const { speech } = await say(polyglot, text, { language });
    expect(speech).toMatch(said);
  });
});
