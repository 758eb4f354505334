/** Home Assistant's own agent behind ours: it reads what we do not, we act and prove; its own sentences run there. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Agent, TurnOutcome, TurnRequest } from '../../src/agent/agent.ts';
import { keepHomeAssistantAgent } from '../../src/app/agent/home-assistant-agent.ts';
import { CoreClient } from '../../src/bench/ha/core-client.ts';
import type { CoreProcess } from '../../src/bench/ha/core-process.ts';
import { furnish } from '../../src/bench/ha/furnish.ts';
import type { House } from '../../src/bench/ha/house.ts';
import { sleep } from '../../src/core/abort.ts';
import { Background } from '../../src/core/background.ts';
import { silentLogger } from '../../src/core/log.ts';
import { openHome } from '../../src/home/home.ts';
import type { Home } from '../../src/home/home.ts';
import { webSocketTransport } from '../../src/home/link/transport.ts';
import { stateOf } from '../../src/home/model/home-model.ts';
import { agentFor, say as sayTo } from '../support/agent/demo-agent.ts';
import { startCore } from './support/core-process.ts';

const house: House = {
  floors: [],
  areas: [{ name: 'Wohnzimmer' }, { name: 'Garage' }, { name: 'Flur' }],
  devices: [
    { kind: 'light', name: 'Stehlampe', area: 'wohnzimmer' },
    { kind: 'light', name: 'Leselampe', area: 'wohnzimmer' },
    { kind: 'light', name: 'Flurlicht', area: 'flur' },
    { kind: 'light', name: 'Kellerlicht', exposed: false },
    { kind: 'lock', name: 'Haustuer', area: 'flur', aliases: ['Haustür', "Porte d'entrée", 'Porta'] },
    { kind: 'cover', name: 'Garagentor', area: 'garage', deviceClass: 'garage', answers: 'travels' },
  ],
};

const turnOn = (entity_id: string) => ({ action: 'light.turn_on', target: { entity_id } });

/** What a household writes itself: a sentence trigger, and an intent script with its sentence. */
const own = {
  automation: [
    {
      alias: 'Film',
      triggers: [{ trigger: 'conversation', command: ['es ist filmabend', 'movie night [please]'] }],
      actions: [turnOn('light.leselampe'), { set_conversation_response: 'Viel Spaß beim Film' }],
    },
  ],
  intent_script: {
    CosyEvening: {
      speech: { text: 'Have a cosy evening' },
      action: [turnOn('light.stehlampe')],
    },
  },
  conversation: { intents: { CosyEvening: ['make it cosy [in here]'] } },
};

let core: CoreProcess;
let client: CoreClient;
let home: Home;
let agent: Agent;
const background = new Background(silentLogger);

beforeAll(async () => {
  core = await startCore({ house, configuration: own });
  client = await CoreClient.onboard(core);
  await furnish(client, house);
  const open = webSocketTransport(core.url);
  home = openHome({ open, token: client.token, connectTimeoutMs: 5_000, pollMs: 30_000, log: silentLogger });
  await home.ready({ signal: core.signal });
  const homeAssistant = keepHomeAssistantAgent(home, { background, log: silentLogger });
  agent = agentFor(home, { homeAssistant });
  while (agent.languages.length < 2) await sleep(50, core.signal);
}, 300_000);

afterAll(async () => {
  await background[Symbol.asyncDispose]();
  await home[Symbol.asyncDispose]();
  await client[Symbol.asyncDispose]();
  await core[Symbol.asyncDispose]();
});

const call = (action: string, entity_id: string | readonly string[]): Promise<unknown> => {
  const [domain, service] = action.split('.');
  return client.call('call_service', { domain, service, target: { entity_id } });
};
const state = (entityId: string): string | undefined => stateOf(home.model(), entityId)?.state;
const say = (text: string, language: string, more: Partial<TurnRequest> = {}): Promise<TurnOutcome> =>
  sayTo(agent, text, { language, channel: 'http', user: { id: 'somebody' }, ...more });

const lights = ['light.stehlampe', 'light.leselampe', 'light.flurlicht'];

beforeEach(async () => {
  await call('light.turn_off', lights);
  await call('lock.lock', 'lock.haustuer');
  await expect.poll(() => lights.map(state)).toEqual(['off', 'off', 'off']);
  await expect.poll(() => state('lock.haustuer')).toBe('locked');
});

describe('languages', () => {
  it('are those that Home Assistant reads, English first', () => {
    expect(agent.languages[0]).toBe('en');
    expect(agent.languages).toEqual(expect.arrayContaining(['de', 'fr', 'es', 'nl', 'it', 'pt-BR']));
    expect(new Set(agent.languages).size).toBe(agent.languages.length);
  });
});

describe('a language that Home Assistant reads for us', () => {
  it('changes an entity, with a proven reply in that language', async () => {
    const outcome = await say('schalte die Stehlampe ein', 'de');
    expect(outcome).toMatchObject({ speech: 'Stehlampe an.', language: 'de', path: 'ha', understood: true });
    expect(outcome.changes).toMatchObject([{ entityId: 'light.stehlampe', proof: 'proven', before: 'off' }]);
    expect(state('light.stehlampe')).toBe('on');
  });

  it('means the room that was said, and all of it', async () => {
    const outcome = await say('mach das Licht im Wohnzimmer an', 'de');
    expect(outcome.speech).toBe('Lichter im Wohnzimmer an.');
    expect(lights.map(state)).toEqual(['on', 'on', 'off']);
  });

  it('means the room of the person when none was said, and asks when nobody knows it', async () => {
    const there = await say('schalte das Licht ein', 'de', { areaId: 'flur' });
    expect(there.changes.map(({ entityId }) => entityId)).toEqual(['light.flurlicht']);
    const nowhere = await say('schalte das Licht ein', 'de', { conversationId: 'where' });
    expect(nowhere).toMatchObject({ continueConversation: true, changes: [] });
    expect(nowhere.speech).toMatch(/^(In welchem Raum|Was ist gemeint)/);
    const answer = await say('im Wohnzimmer', 'de', { conversationId: 'where' });
    expect(answer.speech).toMatch(/ an\.$/);
    expect(lights.map(state)).toEqual(['on', 'on', 'on']);
  });

  it('asks before it unlocks, in that language, and does it after a yes', async () => {
    const question = await say('schließe die Haustür auf', 'de', { conversationId: 'door' });
    expect(question).toMatchObject({
      speech: 'Soll ich Haustuer entriegeln?',
      continueConversation: true,
      continueReason: 'confirmation',
    });
    expect(state('lock.haustuer')).toBe('locked');
    const done = await say('ja', 'de', { conversationId: 'door' });
    expect(done.changes).toMatchObject([{ entityId: 'lock.haustuer', proof: 'proven' }]);
    expect(state('lock.haustuer')).toBe('unlocked');
  });

  it('says of a slow device that it is on its way', async () => {
    const outcome = await say('schließe das Garagentor', 'de');
    expect(outcome.speech).toBe('Das Garagentor war schon geschlossen.');
    const question = await say('öffne das Garagentor', 'de', { conversationId: 'garage' });
    expect(question.speech).toBe('Soll ich das Garagentor öffnen?');
    const going = await say('ja', 'de', { conversationId: 'garage' });
    expect(going).toMatchObject({ speech: 'Das Garagentor öffnet sich gerade.', language: 'de' });
    await expect.poll(() => state('cover.garagentor'), { timeout: 5_000 }).toBe('open');
    await say('schließe das Garagentor', 'de');
    await expect.poll(() => state('cover.garagentor'), { timeout: 5_000 }).toBe('closed');
  });

  it.each([
    ['schalte die Stehlampe nicht ein', 'de', 'In Ordnung, ich habe nichts geändert.'],
    ['wenn ich schalte die Stehlampe ein sage', 'de', undefined],
    ['sie sagte schalte die Stehlampe ein', 'de', undefined],
    ['schalte die Stehlampe um 8 Uhr ein', 'de', undefined],
    ['schalte in 10 Minuten die Stehlampe ein', 'de', undefined],
    ["n'allume pas la Stehlampe", 'fr', 'D’accord, je n’ai rien changé.'],
    ['no enciendas la Stehlampe', 'es', 'De acuerdo, no he cambiado nada.'],
    ['zet de Stehlampe niet aan', 'nl', 'Goed, ik heb niets veranderd.'],
  ])('does nothing for "%s"', async (text, language, speech) => {
    const outcome = await say(text, language);
    expect(outcome.changes).toEqual([]);
    expect(lights.map(state)).toEqual(['off', 'off', 'off']);
    if (speech !== undefined) expect(outcome.speech).toBe(speech);
  });

  it.each([
    ['allume Stehlampe', 'fr', 'Stehlampe : c’est allumé.'],
    ['enciende Stehlampe', 'es', 'Stehlampe está encendido.'],
    ['zet Stehlampe aan', 'nl', 'Stehlampe aan.'],
  ])('understands "%s"', async (text, language, speech) => {
    const outcome = await say(text, language);
    expect(outcome).toMatchObject({ speech, language, path: 'ha' });
    expect(state('light.stehlampe')).toBe('on');
  });

  it('answers questions from states', async () => {
    expect((await say('ist die Stehlampe an', 'de')).speech).toBe('Nein, die Stehlampe ist aus.');
    expect((await say('sind im Wohnzimmer alle Lichter aus', 'de')).speech).toBe(
      'Ja, die Lichter im Wohnzimmer sind aus.',
    );
    await call('light.turn_on', 'light.leselampe');
    await expect.poll(() => state('light.leselampe')).toBe('on');
    expect((await say('welche Lichter sind an', 'de')).speech).toContain('Leselampe ist an');
    expect((await say('wie viele Lichter sind an', 'de')).speech).toBe('Ein Licht ist an.');
    expect((await say('quelles lumières sont allumées', 'fr')).speech).toBe('Leselampe : c’est allumé.');
  });

  it('keeps unexposed devices invisible', async () => {
    const outcome = await say('schalte das Kellerlicht ein', 'de');
    expect(outcome).toMatchObject({ understood: false, changes: [] });
    expect(outcome.speech).toMatch(/^Ich kenne kein Gerät namens kellerlicht/i);
    expect(await client.state('light.kellerlicht')).toBe('off');
  });

  it('does not widen an unknown room', async () => {
    const outcome = await say('mach das Licht im Oppos aus', 'de');
    expect(outcome.changes).toEqual([]);
    expect(outcome.speech).toMatch(/Oppos|nicht verstanden/i);
  });

  it('is honest about what the home has not got, and what it can not do', async () => {
    expect(await say('welche Türen sind offen', 'de')).toMatchObject({
      speech: 'Dafür habe ich keine Tür gefunden.',
      language: 'de',
      changes: [],
    });
    const outcome = await say('stelle einen Timer auf 5 Minuten', 'de');
    expect(outcome).toMatchObject({
      speech: 'Das habe ich verstanden, kann es aber noch nicht.',
      changes: [],
    });
  });
});

describe('what the household wrote itself', () => {
  it('runs a sentence trigger and reports its words', async () => {
    const outcome = await say('es ist Filmabend', 'de');
    expect(outcome).toMatchObject({
      speech: 'Viel Spaß beim Film',
      path: 'ha',
      understood: true,
      changes: [],
    });
    await expect.poll(() => state('light.leselampe')).toBe('on');
  });

  it('runs an intent script whose sentence our own grammar does not know', async () => {
    const outcome = await say('make it cosy', 'en');
    expect(outcome).toMatchObject({
      speech: 'Have a cosy evening',
      path: 'ha',
      understood: true,
      changes: [],
    });
    await expect.poll(() => state('light.stehlampe')).toBe('on');
  });

  it('runs once for a turn id', async () => {
    const turnId = 'the-same-turn';
    const first = await say('movie night', 'en', { turnId });
    await call('light.turn_off', 'light.leselampe');
    await expect.poll(() => state('light.leselampe')).toBe('off');
    expect(await say('movie night', 'en', { turnId })).toEqual(first);
    expect(state('light.leselampe')).toBe('off');
  });

  it('is not started from where nobody is known', async () => {
    const outcome = await say('movie night', 'en', { channel: 'wyoming' });
    expect(outcome).toMatchObject({ path: 'ha', changes: [] });
    expect(outcome.speech).toMatch(/may not/);
    expect(state('light.leselampe')).toBe('off');
  });
});

describe('a language we have no words for', () => {
  it("is Home Assistant's word, not ours and no proof", async () => {
    const outcome = await say('accendi Stehlampe', 'it');
    expect(outcome).toMatchObject({ language: 'it', path: 'ha', understood: true, changes: [] });
    expect(outcome.speech).not.toBe('');
    await expect.poll(() => state('light.stehlampe')).toBe('on');
  });

  it('says in it what was not understood', async () => {
    const outcome = await say('quanto pesa la luna stasera', 'it');
    expect(outcome).toMatchObject({ language: 'it', path: 'ha', understood: false, changes: [] });
    expect(outcome.speech).not.toBe('');
  });

  it('does not walk around a confirmation', async () => {
    const outcome = await say('sblocca Porta', 'it');
    expect(outcome).toMatchObject({ path: 'ha', changes: [], language: 'en' });
    expect(outcome.speech).toMatch(/only after a confirmation/);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(state('lock.haustuer')).toBe('locked');
  });
});
