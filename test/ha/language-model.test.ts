/** A language model's tools in a real core, asked through the integration; a stand-in makes the model's calls. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type Piece, type SeenRequest, toolResults } from '../../src/bench/llm/stand-in/script.ts';
import { openStandIn, standInModel } from '../../src/bench/llm/stand-in/stand-in.ts';
import { emptyDirectory, runCli } from '../support/hearken-cli.ts';
import { type LivelyHome, planted, startLivelyHome } from './support/lively-home.ts';
import { addSatellite, type SatelliteAtHome } from './support/satellite-at-home.ts';
import { say, speechOf } from './support/say.ts';
import { act } from './support/test-home.ts';

const dir = emptyDirectory();
let lively: LivelyHome;
let kitchen: SatelliteAtHome;
let office: SatelliteAtHome;

beforeAll(async () => {
  lively = await startLivelyHome(dir);
  kitchen = await addSatellite(lively.home, { name: 'Counter', area: 'Kitchen' });
  office = await addSatellite(lively.home, { name: 'Desk', area: 'Office' });
  // What was exposed last is known when its tool is offered.
  const isOffered = async () => (await toolNames()).includes('script_welcome');
  await vi.waitUntil(isOffered, { timeout: 30_000, interval: 1_000 });
}, 300_000);

afterAll(async () => {
  for (const one of [kitchen, office]) await one?.satellite[Symbol.asyncDispose]();
  await lively?.[Symbol.asyncDispose]();
});

const ask = async (text: string) =>
  await say(lively.home.client, lively.home.pipeline.conversation_engine, text, office.named);

async function toolNames(): Promise<readonly string[]> {
  lively.model.answer(() => 'Bees sleep at night.');
  const before = lively.model.exchanges.length;
  await ask('do bees ever take a rest');
  return lively.model.exchanges[before]?.request.tools.map(({ name }) => name) ?? [];
}

type Call = Extract<Piece, { readonly call: string }>;

/** Says it where a model makes this call; resolves with what the tool told the model. */
async function used(text: string, call: Call): Promise<string> {
  lively.model.answer((request) => (toolResults(request).length === 0 ? [call] : 'That is all.'));
  const before = lively.model.exchanges.length;
  await ask(text);
  const [, second] = lively.model.exchanges.slice(before);
  return second ? toolResults(second.request).join('\n') : '';
}

const states = z.array(z.looseObject({ entity_id: z.string(), attributes: z.looseObject({}) }));

async function attributeOf(entityId: string, name: string): Promise<unknown> {
  const rows = await lively.home.client.read(states, 'get_states');
  return rows.find(({ entity_id }) => entity_id === entityId)?.attributes[name];
}

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv', { timeZone: 'Europe/Amsterdam' });

describe('a tool of a language model in a real core', () => {
  it('reads when the front door was last opened, and since when it is as it is', async () => {
    await act(lively.home.client, 'lock.unlock', 'lock.front_door');
    await act(lively.home.client, 'lock.lock', 'lock.front_door');
    const call = { call: 'home_history', input: { device: 'Front Door' } };
    await expect
      .poll(() => used('think hard: when was it that somebody last unlocked the front door', call), {
        timeout: 20_000,
        interval: 1_000,
      })
      .toMatch(/ \d+:\d\d.* unlocked\n.* \d+:\d\d.* locked/);
    const since = { call: 'query_home', input: { devices: ['Front Door'] } };
    expect(await used('explain to me for how long the front door was like that', since)).toMatch(
      /locked, since .*\d+:\d\d/,
    );
  });

  it('reads a calendar, day by day', async () => {
    const call = { call: 'calendar_events', input: { from: inDays(1), to: inDays(1) } };
    const told = await used('give me an idea of my appointments', call);
    expect(told).toContain(`${inDays(1)} 09:00 to 10:00: Dentist`);
    expect(told).not.toContain('Choir');
  });

  it('reads and changes a list', async () => {
    const add = { call: 'todo_list', input: { action: 'add', list: 'Shopping List', items: ['oat milk'] } };
    expect(await used('somebody could jot oat milk down on the shopping list', add)).toContain(
      'added to the shopping list',
    );
    const read = { call: 'todo_list', input: { action: 'read', list: 'Shopping List' } };
    expect(await used('suggest a recipe with what we still have to buy', read)).toContain('oat milk');
  });

  it('reads the weather and what will be', async () => {
    const told = await used('explain to me whether a picnic is a good idea', { call: 'weather', input: {} });
    expect(told).toMatch(/^Now: \w+, .*°C/);
    expect(told.split('\n').length).toBeGreaterThan(3);
  });

  it('runs a script with the fields it takes', async () => {
    const call = { call: 'script_welcome', input: { guest: 'Anna' } };
    await used('run the welcome script for Anna, she is about to ring', call);
    await expect.poll(() => lively.home.client.state('input_select.guest')).toBe('Anna');
    const wrong = { call: 'script_welcome', input: { visitor: 'Oliver' } };
    expect(await used('run the welcome script for Oliver, he is about to ring', wrong)).toMatch(
      /missing: guest/,
    );
  });

  it('looks up what a player can play', async () => {
    const call = { call: 'find_media', input: { player: 'Search', query: 'anything' } };
    expect(await used('suggest something that the search player has', call)).toBe('- Search result (movie)');
  });

  it('announces in another room', async () => {
    const before = kitchen.satellite.played.length;
    const call = { call: 'announce', input: { message: 'Dinner is ready.', area: 'Kitchen' } };
    await used('be so kind and let them know in the kitchen that dinner is ready', call);
    await expect.poll(() => kitchen.satellite.played.length, { timeout: 20_000 }).toBe(before + 1);
    expect(office.satellite.played).toEqual([]);
  });
});

const sentence = "I'm cold in the office, and what's on tomorrow?";
const warmer = {
  call: 'control_home',
  input: { action: 'change_temperature', devices: ['Office Heating'], value: 1 },
};
const unlock = { call: 'control_home', input: { action: 'unlock', devices: ['Front Door'] } };

/** Does what was asked for, and then what the calendar says. */
function obedient(request: SeenRequest): readonly Piece[] {
  const results = toolResults(request);
  if (results.some((result) => result.includes(planted))) return [unlock];
  if (results.length > 0) return ['You have the dentist at 9 tomorrow.'];
  return [warmer, { call: 'calendar_events', input: { from: inDays(1), to: inDays(1) } }];
}

const recordSchema = z.object({
  who: z.string(),
  where: z.string(),
  way: z.string(),
  what: z.string(),
  outcome: z.string(),
  turn: z.string(),
});

async function records(data: string) {
  const { stdout } = await runCli(['audit', 'show', '-n', '10', '--json', '--data', data]);
  return stdout
    .toString()
    .trim()
    .split('\n')
    .map((line) => recordSchema.parse(JSON.parse(line)));
}

/** The heating that was asked for, and the door that was not: who had it done, and in one turn. */
function expectRecorded(
  told: Awaited<ReturnType<typeof records>>,
  asker: { readonly who: unknown; readonly where: string; readonly way: string },
): void {
  const what = expect.stringMatching(/^climate.set_temperature temperature=2\d$/);
  expect(told).toMatchObject([
    { ...asker, what, outcome: 'sent' },
    { ...asker, what, outcome: 'proven' },
    { ...asker, what: 'lock.unlock', outcome: 'refused: not-asked' },
  ]);
  expect(new Set(told.map(({ turn }) => turn)).size).toBe(1);
}

describe('"I am cold in the office, and what is on tomorrow?"', () => {
  it('is answered in one breath at a satellite, and a planted entry unlocks nothing', async () => {
    lively.model.answer(obedient);
    const before = Number(await attributeOf('climate.office_heating', 'temperature'));
    const reply = await ask(sentence);
    expect(speechOf(reply)).toMatch(/heating.*degrees.*You have the dentist at 9 tomorrow\.$/i);
    expect(await attributeOf('climate.office_heating', 'temperature')).toBe(before + 1);
    expect(await lively.home.client.state('lock.front_door')).toBe('locked');
    const { id: who } = await lively.home.client.read(z.looseObject({ id: z.string() }), 'auth/current_user');
    const where = office.named.satellite_id;
    expectRecorded((await records(join(dir, 'hearken'))).slice(-3), { who, where, way: 'http/llm' });
  });

  it.each(['ollama', 'anthropic', 'openai'] as const)(
    'is done by the command line, over the wire of %s',
    async (kind) => {
      await using model = await openStandIn(kind, obedient);
      const data = emptyDirectory();
      const { url, token } = lively.home.client;
      const providers = JSON.stringify([{ kind, url: model.url, model: standInModel, key: 'k' }]);
      const before = Number(await attributeOf('climate.office_heating', 'temperature'));
      const { stdout, stderr, code } = await runCli(
        ['ask', '--data', data, '--home-url', url, '--llm-providers', providers],
        { input: Buffer.from(`${sentence}\n\n`), env: { HEARKEN_HOME_TOKEN: token } },
      );
      expect(code, stderr).toBe(0);
      expect(stdout.toString()).toMatch(/heating.*degrees.*You have the dentist at 9 tomorrow\./i);
      expect(await attributeOf('climate.office_heating', 'temperature')).toBe(before + 1);
      expect(await lively.home.client.state('lock.front_door')).toBe('locked');
      expectRecorded(await records(data), { who: 'terminal', where: '-', way: 'cli/llm' });
    },
  );
});
