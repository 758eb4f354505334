import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { DemoHouse } from '../../../../src/home/demo/demo-entity.ts';
import { connectDemo } from '../../../support/home/demo-home.ts';
import type { ConnectedDemo } from '../../../support/home/demo-home.ts';

const signal = () => AbortSignal.timeout(5_000);

let connected: ConnectedDemo;
beforeEach(async () => {
  connected = await connectDemo();
});
afterEach(() => connected[Symbol.asyncDispose]());

/** Calls an action of the demo home as a client does. */
async function call(action: string, entityId: string, data = {}, more = {}): Promise<unknown> {
  const [domain, service] = action.split('.');
  const target = { entity_id: entityId };
  return await connected.home
    .link()
    ?.request({ type: 'call_service', domain, service, service_data: data, target, ...more }, z.unknown(), {
      signal: signal(),
    });
}

const until = (entityId: string, state: string) =>
  connected.home.until(entityId, (seen) => seen.state === state, { signal: signal() });

const itemsOf = (answer: unknown, list: string) =>
  z.object({ response: z.record(z.string(), z.object({ items: z.array(z.looseObject({})) })) }).parse(answer)
    .response[list]?.items;

describe('actions of the demo home', () => {
  it('keep lists: add, complete, remove and read, with the open items as the state', async () => {
    const list = 'todo.shopping_list';
    await call('todo.add_item', list, { item: 'Eggs' });
    await until(list, '3');
    await call('todo.update_item', list, { item: 'Milk', status: 'completed' });
    await call('todo.remove_item', list, { item: ['Bread'] });
    await until(list, '1');
    const answer = await call('todo.get_items', list, {}, { return_response: true });
    expect(itemsOf(answer, list)).toMatchObject([{ summary: 'Eggs', status: 'needs_action' }]);
  });

  it('refuse an item that is not on the list', async () => {
    await expect(call('todo.remove_item', 'todo.shopping_list', { item: 'Ink' })).rejects.toMatchObject({
      details: { haCode: 'service_validation_error' },
    });
  });

  it('refuse to answer when nobody asked for data, and to return data where there are none', async () => {
    const refusal = { details: { haCode: 'service_validation_error' } };
    await expect(call('todo.get_items', 'todo.shopping_list')).rejects.toMatchObject(refusal);
    await expect(
      call('switch.turn_on', 'switch.printer', {}, { return_response: true }),
    ).rejects.toMatchObject(refusal);
  });

  it('refuse what the named device can not do', async () => {
    await expect(call('valve.set_valve_position', 'valve.sprinkler', { position: 50 })).rejects.toMatchObject(
      { details: { haCode: 'service_validation_error' } },
    );
  });

  it('set a scene by its devices and stamp it with the time', async () => {
    await call('scene.turn_on', 'scene.movie_night');
    const lamp = await until('light.living_room_lamp', 'on');
    expect(lamp.attributes['brightness']).toBe(51);
    await until('light.living_room_ceiling', 'off');
    const { state } = await connected.home.until('scene.movie_night', () => true, { signal: signal() });
    expect(Date.parse(state)).not.toBeNaN();
  });

  it('run a script: on while it runs, then off, with the time it was triggered', async () => {
    const running = until('script.good_night', 'on');
    await call('script.turn_on', 'script.good_night');
    expect((await running).attributes['last_triggered']).toEqual(expect.any(String));
    await until('script.good_night', 'off');
    await until('light.living_room_ceiling', 'off');
  });

  it('forecast the weather and search for music when asked for data', async () => {
    const more = { return_response: true };
    expect(await call('weather.get_forecasts', 'weather.home', { type: 'daily' }, more)).toMatchObject({
      response: { 'weather.home': { forecast: expect.arrayContaining([expect.anything()]) } },
    });
    const speaker = 'media_player.kitchen_speaker';
    expect(await call('media_player.search_media', speaker, { search_query: 'jazz' }, more)).toMatchObject({
      response: { [speaker]: { result: [{ title: 'Jazz for the Evening', can_play: true }] } },
    });
  });
});

describe('a misfit of the demo home', () => {
  const lamp = { name: 'Lamp', area: null, attributes: { supported_color_modes: ['onoff'] } };
  const house: DemoHouse = {
    floors: [],
    areas: [],
    entities: [
      { ...lamp, id: 'light.dead', state: 'off', fault: 'refuses' },
      { ...lamp, id: 'light.deaf', state: 'off', fault: 'silent' },
      {
        id: 'cover.stuck',
        name: 'Stuck Door',
        area: null,
        state: 'closed',
        attributes: { supported_features: 15, current_position: 0 },
        fault: 'stops',
      },
    ],
  };

  it('refuses, stays silent, or comes to rest half-way', async () => {
    await connected[Symbol.asyncDispose]();
    connected = await connectDemo({ house });
    await expect(call('light.turn_on', 'light.dead')).rejects.toMatchObject({
      details: { haCode: 'home_assistant_error' },
    });
    await call('light.turn_on', 'light.deaf');
    await call('cover.open_cover', 'cover.stuck');
    const rest = await until('cover.stuck', 'open');
    expect(rest.attributes['current_position']).toBe(50);
    expect(connected.demo.world.states.get('light.deaf')?.state).toBe('off');
  });
});
