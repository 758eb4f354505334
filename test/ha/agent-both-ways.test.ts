/** The agent in a real core, through the integration and as the conversation agent of the Wyoming entry. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addWyoming, entitiesOf } from '../../src/bench/ha/set-up.ts';
import type { FakeSatellite } from './support/fake-satellite.ts';
import { addSatellite, type SatelliteAtHome } from './support/satellite-at-home.ts';
import { type Reply, say, speechOf } from './support/say.ts';
import { act, type RealHome, recording, startTestHome } from './support/test-home.ts';

let home: RealHome;
let satellite: FakeSatellite;
/** As a turn of that satellite names it. */
let inKitchen: SatelliteAtHome['named'];
const agents = { integration: '', wyoming: '' };
type Way = keyof typeof agents;

beforeAll(async () => {
  home = await startTestHome();
  agents.integration = home.pipeline.conversation_engine;
  const wyoming = await entitiesOf(home.client, await addWyoming(home.client, home.program));
  agents.wyoming = wyoming.get('conversation') ?? '';
  ({ satellite, named: inKitchen } = await addSatellite(home, { name: 'Counter', area: 'Kitchen' }));
}, 300_000);

afterAll(async () => {
  await satellite[Symbol.asyncDispose]();
  await home[Symbol.asyncDispose]();
});

const ask = async (way: Way, text: string, fields: Record<string, unknown> = {}): Promise<Reply> =>
  await say(home.client, agents[way], text, fields);

const lightsOn = async (): Promise<string[]> => {
  const rows = await home.client.read(
    z.array(z.looseObject({ entity_id: z.string(), state: z.string() })),
    'get_states',
  );
  return rows
    .filter(({ entity_id, state }) => entity_id.startsWith('light.') && state === 'on')
    .map(({ entity_id }) => entity_id)
    .sort();
};

const allOff = async (): Promise<void> => {
  const on = await lightsOn();
  if (on.length > 0) await act(home.client, 'light.turn_off', on);
};

describe.each<Way>(['integration', 'wyoming'])('through %s', (way) => {
  it('takes "the lights" for those of the room it is said in', async () => {
    await allOff();
    const reply = await ask(way, 'turn on the lights', inKitchen);
    expect(await lightsOn()).toEqual(['light.counter_light', 'light.kitchen_light']);
    expect(reply.response.response_type).toBe('action_done');
    await allOff();
  });

  it('asks for the room when it is said nowhere', async () => {
    await allOff();
    const reply = await ask(way, 'turn on the lights');
    expect(await lightsOn()).toEqual([]);
    expect(speechOf(reply)).toMatch(/which room|where/i);
  });

  it('takes "it" for what the conversation was about', async () => {
    await allOff();
    const first = await ask(way, 'turn on the office lamp');
    expect(await lightsOn()).toEqual(['light.office_lamp']);
    const second = await ask(way, 'turn it off again', { conversation_id: first.conversation_id });
    expect(await lightsOn()).toEqual([]);
    expect(speechOf(second)).toMatch(/office lamp.*off/i);
  });

  it('knows nothing of an entity that is not exposed', async () => {
    const reply = await ask(way, 'turn on the server rack');
    expect(await home.client.state('switch.server_rack')).toBe('off');
    expect(reply.response.response_type).toBe('error');
    const question = await ask(way, 'is the back door locked');
    expect(speechOf(question)).not.toMatch(/back door is (un)?locked|^(yes|no)/i);
  });

  it('claims nothing for a device that never answers', async () => {
    const reply = await ask(way, 'turn on the silent lamp');
    expect(await home.client.state('light.silent_lamp')).toBe('off');
    expect(speechOf(reply)).toMatch(/not answered|no answer/i);
  });
});

describe('what needs a confirmation', () => {
  it('is asked for, and done after the yes, through the integration', async () => {
    const question = await ask('integration', 'unlock the front door');
    expect(question.continue_conversation).toBe(true);
    // As an error the chat would show it twice, once in red.
    expect(question.response.response_type).toBe('query_answer');
    expect(await home.client.state('lock.front_door')).toBe('locked');
    const { conversation_id } = question;
    const answer = await ask('integration', 'yes', { conversation_id });
    expect(await home.client.state('lock.front_door')).toBe('unlocked');
    expect(speechOf(answer)).toMatch(/front door is unlocked|front door unlocked/i);
    await act(home.client, 'lock.lock', 'lock.front_door');
  });

  it('is left alone after a no', async () => {
    const { conversation_id } = await ask('integration', 'unlock the front door');
    const answer = await ask('integration', 'no', { conversation_id });
    expect(answer.continue_conversation).toBe(false);
    expect(await home.client.state('lock.front_door')).toBe('locked');
  });

  it('is not done by the yes of another conversation', async () => {
    await ask('integration', 'unlock the front door');
    await ask('integration', 'yes');
    expect(await home.client.state('lock.front_door')).toBe('locked');
  });

  it('may be confirmed at a satellite, which has no user', async () => {
    const question = await ask('integration', 'open the garage door', inKitchen);
    expect(question.continue_conversation).toBe(true);
    const { conversation_id } = question;
    const answer = await ask('integration', 'yes please', { ...inKitchen, conversation_id });
    expect(speechOf(answer)).toMatch(/garage door is open(ing)?/i);
    await expect.poll(() => home.client.state('cover.garage_door'), { timeout: 5_000 }).toBe('open');
    await act(home.client, 'cover.close_cover', 'cover.garage_door');
  });

  it('is refused with the reason over Wyoming, which carries no authentication', async () => {
    const reply = await ask('wyoming', 'unlock the front door');
    expect(reply.continue_conversation).toBe(false);
    expect(speechOf(reply)).toMatch(/confirm/i);
    const { conversation_id } = reply;
    await ask('wyoming', 'yes', { conversation_id });
    expect(await home.client.state('lock.front_door')).toBe('locked');
  });

  it('is more than eight devices at once', async () => {
    await allOff();
    const question = await ask('integration', 'turn on all the lights in the house');
    expect(question.continue_conversation).toBe(true);
    expect(await lightsOn()).toEqual([]);
    await ask('integration', 'no', { conversation_id: question.conversation_id });
    const refused = await ask('wyoming', 'turn on all the lights in the house');
    expect(refused.continue_conversation).toBe(false);
    expect(await lightsOn()).toEqual([]);
  });
});

describe('a satellite', () => {
  it('speaks from its room, hears the reply, and its words change that room alone', async () => {
    await act(home.client, 'light.turn_on', [
      'light.kitchen_light',
      'light.counter_light',
      'light.bed_light',
    ]);
    const turn = await satellite.say(recording('commands/ha-en-tts/turn-off-the-lights-in-here.wav'));
    expect(turn.heard.toLowerCase()).toContain('lights in here');
    expect(await lightsOn()).toEqual(['light.bed_light']);
    expect(turn.speech).toMatch(/off/i);
    expect(turn.played.samples.length / turn.played.rateHz).toBeGreaterThan(0.5);
  });

  it('is given the timer that was set there, and shows it itself', async () => {
    const since = satellite.received.length;
    const turn = await satellite.say(
      recording('commands/ha-en-tts/create-a-timer-for-5-and-a-half-minutes.wav'),
    );
    expect(turn.speech).toMatch(/5 and a half|5.5|5 minutes.*30|five and a half/i);
    const { data } = await satellite.until('timer-started', { since });
    expect(Math.abs(data.total_seconds - 330)).toBeLessThanOrEqual(3);
    await ask('integration', 'cancel the timer', inKitchen);
    expect((await satellite.until('timer-cancelled', { since })).data.id).toBe(data.id);
  });
});

describe('a timer set where nothing can ring', () => {
  it('is not promised to ring', async () => {
    const reply = await ask('integration', 'set a timer for 5 minutes');
    expect(speechOf(reply)).toMatch(/5 minutes.*can't ring/i);
  });
});
